//! The store on every database there is: SQLite always, Postgres beside `infra/dev/services.sh`.

#[cfg(test)]
mod audit;
#[cfg(test)]
mod devices;
#[cfg(test)]
mod processes;
#[cfg(test)]
mod releases;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod tenancy;
#[cfg(test)]
mod users;
#[cfg(test)]
mod world;
