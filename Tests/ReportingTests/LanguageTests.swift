import Foundation
import Testing

@testable import Reporting

@Suite struct LanguageTests {
  @Test(arguments: ReportLanguage.allCases)
  func hasTheSameKeysAndPlaceholdersAsEnglish(_ language: ReportLanguage) throws {
    let english = try ReportText(.en).strings
    let other = try ReportText(language).strings
    #expect(Set(other.keys).symmetricDifference(english.keys).isEmpty)
    for (key, string) in english {
      #expect(placeholders(other[key] ?? "") == placeholders(string), "\(key)")
      #expect(other[key]?.isEmpty == false, "\(key)")
    }
  }

  @Test func everyKeyOfTheTemplatesExists() throws {
    let strings = try ReportText(.en).strings
    for template in [
      PackageResources.report_mustache, PackageResources.impact_mustache,
      PackageResources.chart_mustache, PackageResources.table_mustache,
    ] {
      let text = String(decoding: template, as: UTF8.self)
      for match in text.matches(of: /\{\{t\.([a-zA-Z0-9_]+)\}\}/) {
        #expect(strings[String(match.1)] != nil, "\(match.1)")
      }
    }
  }

  @Test func fillsPlaceholdersOnce() throws {
    let text = try ReportText(.en)
    let filled = text("made_by", ["version": "{version} {people}"])
    #expect(filled == "Made with Antenne {version} {people}.")
    #expect(text("made_by", [:]).contains("??version??"))
    #expect(text["no_such_key"] == "??no_such_key??")
  }

  @Test func writesNumbersAsTheLanguageDoes() {
    #expect(ReportLanguage.en.numbers.text(1234.5, decimals: 1) == "1,234.5")
    #expect(ReportLanguage.nl.numbers.text(1234.5, decimals: 1) == "1.234,5")
    #expect(ReportLanguage.fr.numbers.text(1234.5, decimals: 1) == "1\u{202F}234,5")
    #expect(ReportLanguage.en.numbers.text(-1_234_567) == "\u{2212}1,234,567")
    #expect(ReportLanguage.en.numbers.text(999) == "999")
    #expect(ReportLanguage.en.numbers.text(nil) == "–")
    #expect(ReportLanguage.en.numbers.text(.nan) == "–")
    #expect(ReportLanguage.en.numbers.text(-0.04, decimals: 1) == "0.0")
    #expect(ReportLanguage.fr.numbers.percent(1, of: 8) == "13\u{202F}%")
    #expect(ReportLanguage.nl.numbers.percent(1, of: 80) == "1,3\u{A0}%")
    #expect(ReportLanguage.nl.numbers.percent(1, of: 0) == "–")
    #expect(ReportLanguage.en.numbers.people(2.5) == "2.5")
    #expect(ReportLanguage.en.numbers.people(1200.5) == "1,201")
  }

  @Test(arguments: [
    (ReportLanguage.nl, "€\u{A0}1.234", "€\u{A0}\u{2212}1.234"),
    (.fr, "1\u{202F}234\u{A0}€", "\u{2212}1\u{202F}234\u{A0}€"), (.en, "€1,234", "\u{2212}€1,234"),
  ])
  func writesMoneyAsTheLanguageDoes(_ language: ReportLanguage, _ gain: String, _ loss: String) {
    #expect(language.numbers.euro(1234) == gain)
    #expect(language.numbers.euro(-1234) == loss)
    #expect(language.numbers.euro(.nan) == "–")
  }

  /// 29 October 2019 was a Tuesday, 1 March 2020 a Sunday.
  @Test func writesDatesAsTheLanguageDoes() throws {
    func plain(_ language: ReportLanguage, _ day: String) throws -> String {
      try ReportText(language).date(day, hasWeekday: true).replacing("\u{A0}", with: " ")
    }
    #expect(try plain(.nl, "2019-10-29") == "dinsdag 29 oktober 2019")
    #expect(try plain(.fr, "20200301") == "dimanche 1er mars 2020")
    #expect(try plain(.en, "2019-10-29") == "Tuesday 29 October 2019")
    #expect(try ReportText(.en).date("20200301") == "1\u{A0}March\u{A0}2020")
    for no in ["", "2019-02-30", "soon", "2019-1-1", "<b>"] {
      #expect(try ReportText(.en).date(no) == no)
    }
  }

  private func placeholders(_ text: String) -> [String] {
    text.matches(of: /\{[a-z_]*\}/).map { String($0.0) }.sorted()
  }
}
