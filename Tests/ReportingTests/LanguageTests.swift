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
      PackageResources.table_mustache,
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
    #expect(ReportLanguage.nl.numbers.percent(1, of: 80) == "1,3%")
    #expect(ReportLanguage.nl.numbers.percent(1, of: 0) == "–")
    #expect(ReportLanguage.en.numbers.people(2.5) == "2.5")
    #expect(ReportLanguage.en.numbers.people(1200.5) == "1,201")
  }

  private func placeholders(_ text: String) -> [String] {
    text.matches(of: /\{[a-z_]*\}/).map { String($0.0) }.sorted()
  }
}
