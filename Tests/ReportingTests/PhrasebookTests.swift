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

  @Test func namesStayAsTheyAre() throws {
    let book = try Phrasebook(.nl)
    #expect(book.find("offices.{en} <b>") == "mensen van kantoor {en} <b>")
    #expect(book.find("Halle – Tribes – Evere, by 08:15") == "Halle – Tribes – Evere, tegen 08:15")
  }

  @Test(arguments: [
    "", "a user's own source", "walks: by magic; 1 of 2 walks between stops are straight lines",
    "transit: many of 2 pairs of home and workplace use the straight line somewhere, for want of a street",
    String(repeating: "walks: straight line × ", count: 200),
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
