//! The server from outside: a real listener, a real database.

#[cfg(test)]
mod abuse;
#[cfg(test)]
mod agents;
#[cfg(test)]
mod audit;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod devices;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod integrations;
#[cfg(test)]
mod isolation;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod office;
#[cfg(test)]
mod organisation;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod pbx_users;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod provisioning;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod rates;
#[cfg(test)]
mod search;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod standing;
#[cfg(test)]
mod support;
#[cfg(test)]
mod user_imports;
#[cfg(test)]
mod users;
