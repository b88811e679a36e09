//! The catalogue from outside.

#[cfg(test)]
mod files;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod load;
#[cfg(test)]
mod meaning;
#[cfg(test)]
mod reader;
#[cfg(test)]
mod region;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod sandbox;
#[cfg(test)]
mod user_agents;
