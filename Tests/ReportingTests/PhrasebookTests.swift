import Foundation
import ImpactModel
import Testing

@testable import Reporting

@Suite struct PhrasebookTests {
  private struct Entry: Decodable {
    var of: String?
    var en: String
    var nl: String
    var fr: String
  }

  private func entries() throws -> [Entry] {
    try JSONDecoder().decode([Entry].self, from: Data(PackageResources.phrases_json))
  }

  private func names(_ text: String) -> [String] {
    text.matches(of: /\{@?([a-z]+)\}/).map { String($0.1) }.sorted()
  }

  @Test func everyEntryHasItsPlaceholdersInEveryLanguage() throws {
    for entry in try entries() {
      let pattern = entry.of ?? entry.en
      for text in [entry.en, entry.nl, entry.fr] {
        #expect(!text.isEmpty)
        #expect(names(text) == names(pattern), "\(pattern)")
      }
    }
  }

  @Test func numbersAndKnownWordsInsideAPhraseFollowTheLanguage() throws {
    let note =
      "transit: 2401 of 2401 pairs of home and workplace use the straight line somewhere, for want of a street"
    #expect(
      try Phrasebook(.nl).find(note)?.hasPrefix(
        "openbaar vervoer: 2.401 van 2.401 paren van woning") == true)
    #expect(try Phrasebook(.en).find(note)?.hasPrefix("public transport: 2,401 of 2,401") == true)
    #expect(
      try Phrasebook(.fr).find(
        "the hours saved, by the zone of the site: periphery 79 %, second ring 21 %")
        == "les heures gagnées, selon la zone de l’espace\u{202F}: périphérie 79\u{202F}%, "
        + "deuxième couronne 21\u{202F}%")
    #expect(
      try Phrasebook(.nl).find("car.congestion.first ring.main.07:00-09:30")
        == "congestie: eerste kroon, hoofdweg, 07:00-09:30")
  }

  /// Notes of runs on streets of one's own, with edits and with sites that were changed.
  @Test(arguments: [
    (
      "car: along the roads of poa.osm.pbf, with the congestion of the hour by zone and class of road, "
        + "search for parking and walk from it by zone",
      "auto: langs de wegen van poa.osm.pbf, met de congestie van het uur per zone en wegklasse, "
        + "parkeerplaats zoeken en vandaar stappen per zone"
    ),
    (
      "car: along the roads of a.pbf, at free flow (no congestion is known), without any time to park",
      "auto: langs de wegen van a.pbf, bij vrije doorstroming (er is geen congestie bekend), "
        + "zonder tijd om te parkeren"
    ),
    (
      "from home to the first stop and back by bike: along the streets of a.pbf at 15.0 km/h; "
        + "where there are none, straight line × 1.3 at 15.0 km/h (no street network)",
      "van thuis naar de eerste halte en terug, fiets: langs de straten van a.pbf aan 15,0 km/u; "
        + "waar er geen zijn, rechte lijn × 1,3 aan 15,0 km/u"
    ),
    (
      "e-bike: straight line × 1.3 at 20.0 km/h (no street network)",
      "elektrische fiets: rechte lijn × 1,3 aan 20,0 km/u (geen stratennet)"
    ),
    (
      "shares of the base and of the survey: train 34.0 of 34.0 %, urban public transport 19.0 of 19.0 %",
      "aandelen van de basis en van de enquête: trein 34,0 van 34,0\u{A0}%, "
        + "stedelijk openbaar vervoer 19,0 van 19,0\u{A0}%"
    ),
    (
      "sites: 2 moved (a by 300 m, b by 20 m); 1 closed (c)",
      "werkplekken: 2 verplaatst (a over 300 m, b over 20 m); 1 gesloten (c)"
    ),
    ("1234 trips changed; 1 new stop", "1.234 ritten gewijzigd; 1 nieuwe halte"),
  ])
  func notesOfRunsAreInTheBook(note: String, dutch: String) throws {
    #expect(try Phrasebook(.nl).find(note) == dutch)
    #expect(try Phrasebook(.en).find(note) != nil)
    #expect(try Phrasebook(.fr).find(note) != nil)
  }

  @Test func namesStayAsTheyAre() throws {
    let book = try Phrasebook(.nl)
    #expect(book.find("offices.{en} <b>") == "mensen van kantoor {en} <b>")
    #expect(book.find("Halle – Tribes – Evere, by 08:15") == "Halle – Tribes – Evere, tegen 08:15")
  }

  @Test(arguments: [
    "", "a user's own source", "walks: by magic; 1 of 2 walks between stops are straight lines",
    "transit: many of 2 pairs of home and workplace use the straight line somewhere, for want of a street",
    String(repeating: "walks: straight line × ", count: 200),
    // Parts within parts, which took minutes while only their depth was bounded.
    String(repeating: "assumption: car: sites: car: first ring 3 %, x; ", count: 40),
  ])
  func whatTheBookDoesNotHaveIsNotFound(_ text: String) throws {
    #expect(try Phrasebook(.fr).find(text) == nil)
  }

  /// The words of the built-in parameters; a scenario's own are not ours.
  @Test(arguments: ReportLanguage.allCases)
  func everyBuiltInParameterIsInTheBook(_ language: ReportLanguage) throws {
    let book = try Phrasebook(language)
    for parameter in ModelParameters().list {
      #expect(book.find("parameters.\(parameter.name)") != nil, "\(parameter.name)")
      #expect(book.find(parameter.unit) != nil, "\(parameter.unit)")
      #expect(book.find(parameter.source) != nil, "\(parameter.source)")
    }
  }

  @Test func rewritesNumbersOnly() {
    let numbers = ReportLanguage.nl.numbers
    #expect(numbers.rewritten("47049") == "47.049")
    #expect(numbers.rewritten("14.0") == "14,0")
    #expect(numbers.rewritten("-3") == "\u{2212}3")
    #expect(numbers.rewritten("08:15") == "08:15")
    for no in ["", "-", "1.", ".5", "1.2.3", "--1", "1e5", "٣", "nan"] {
      #expect(numbers.rewritten(no) == nil, "\(no)")
    }
  }
}
