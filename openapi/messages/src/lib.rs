//! Every sentence people read, by language.
