//! Persons who hold seats.

use super::{Common, EntityKind};
use crate::notation::scalar::Text;
use crate::record;

record! {
    /// A person who holds seats. The title is the given and the family name.
    pub struct Person refusing [
        "tax_code", "codice_fiscale", "fiscal_code", "cf", "birth_date", "date_of_birth", "born", "birthday",
        "birth_place", "birthplace", "place_of_birth", "data_di_nascita", "data_nascita", "luogo_di_nascita",
        "luogo_nascita", "nato", "nata", "home_address", "address", "residence", "domicile", "indirizzo",
        "residenza", "domicilio", "home_phone", "private_phone", "private_email", "gender", "sex", "sesso",
    ] {
        ..common: Common,
        /// The kind of thing: `person`.
        r#type: Option<EntityKind>,
        /// The given name.
        given: Text,
        /// The family name.
        family: Text,
        /// The rule that allows the name to be published (D.Lgs. 33/2013, Reg. (EU) 2016/679 art. 6).
        publication_basis: Option<Text>,
    }
}
