//! Handsets that come, stay and go, in virtual time.

#[cfg(test)]
mod random;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod world;
