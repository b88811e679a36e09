//! The store on every database there is: SQLite always, Postgres beside `infra/dev/services.sh`.

#[cfg(test)]
mod audit;
#[cfg(test)]
mod audit_chain;
#[cfg(test)]
mod audit_list;
#[cfg(test)]
mod audit_tampering;
#[cfg(test)]
mod devices;
#[cfg(test)]
mod erasure;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod processes;
#[cfg(test)]
mod releases;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod search;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod tenancy;
#[cfg(test)]
mod users;
#[cfg(test)]
mod world;
