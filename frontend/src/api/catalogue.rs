//! The models one can choose.

use cordboard_api::catalogue::Model;

use super::{
    Answer,
    request::{ALL, list},
};

pub(crate) async fn models() -> Answer<Vec<Model>> {
    Ok(list("/catalogue/models", ALL).await?.items)
}
