//! The server from outside: a real listener, a real database.

#[cfg(test)]
mod agents;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod devices;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod integrations;
#[cfg(test)]
mod isolation;
#[cfg(test)]
mod office;
#[cfg(test)]
mod pbx_users;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod provisioning;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod support;
#[cfg(test)]
mod user_imports;
#[cfg(test)]
mod users;
