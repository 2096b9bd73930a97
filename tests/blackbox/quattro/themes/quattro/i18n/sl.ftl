# Some of the words in Slovene, which has a form for two.
page-updated = Zadnja sprememba
section-composition = Sestava
places = { $n ->
    [one] { $n } mesto
    [two] { $n } mesti
    [few] { $n } mesta
   *[other] { $n } mest
}
