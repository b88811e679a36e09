//! The core against real peers on loopback: baresip and sipp from Debian, and a raw client for what those never do.

#[cfg(test)]
mod audio;
#[cfg(test)]
mod baresip;
#[cfg(test)]
mod calls;
#[cfg(test)]
mod client;
#[cfg(test)]
mod features;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod media;
#[cfg(test)]
mod pbx;
#[cfg(test)]
mod registration;
#[cfg(test)]
mod sipp;
#[cfg(test)]
mod tone;
