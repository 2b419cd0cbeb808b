import Foundation
import Routing
import Testing

@testable import Impact
@testable import Reporting

@Suite struct ModeTests {
  private func lines(_ name: String, _ result: RunResult) -> [String] {
    RunTables.files(result).first { $0.name == name }?.text
      .split(separator: "\n").map(String.init) ?? []
  }

  @Test(arguments: ReportLanguage.allCases)
  func modesStandSideBySideInEveryLanguage(_ language: ReportLanguage) throws {
    let html = try Report(SampleResult.withModes(), language: language).html()
    let page = Page(html)
    #expect(page.isWellFormed)
    #expect(!html.contains("??"))
    let title = try ReportText(language)["modes_title"]
    #expect(page.text.contains(title))
  }

  @Test func aRowSaysHowManyReachGainAndUseTheStraightLine() throws {
    let text = Page(try Report(SampleResult.withModes(), language: .en).html()).text
    #expect(text.contains("3 of 8"))
    #expect(text.contains("The first, public transport, is the mode of all other tables"))
  }

  @Test func oneModeOrAnOldResultHasNoSectionOfModes() throws {
    var result = try SampleResult.withModes()
    result.modes?.removeLast(2)
    #expect(!Page(try Report(result, language: .en).html()).text.contains("By mode\n"))
    #expect(!Headline.text(result).contains("By mode"))
    #expect(lines("modes.csv", result).count == 2)
    result.modes = nil
    #expect(!Page(try Report(result, language: .en).html()).text.contains("Modes side by side"))
    #expect(!RunTables.files(result).contains { $0.name == "modes.csv" })
    #expect(lines("summary.csv", result).contains("mode,transit,"))
  }

  @Test func tablesHaveARowForEachHomeOfficeAndMode() throws {
    let result = try SampleResult.withModes()
    let modes = lines("modes.csv", result)
    // 1200.5 + 300 reach the office; nobody of the sample has an office and no site.
    #expect(
      modes[2] == "car,1500.5000,1500.5000,1200.5000,42.0,40.0,27.5,1100.4,48417.6,8,3")
    let origins = lines("mode-origins.csv", result)
    #expect(origins.count == 1 + 3 * 3)
    #expect(origins[3] == "a,o,park-and-ride,51.0,Halle,s1,32.5,,no")
    #expect(origins[4] == "b,o,transit,60.0,,s1,70.0,,yes")
    #expect(origins[7] == "c,o,transit,,,,,,no")
    let dictionary = lines("columns.csv", result)
    #expect(dictionary.count { $0.hasPrefix("modes.csv,") } == 11)
    #expect(dictionary.count { $0.hasPrefix("mode-origins.csv,") } == 9)
  }

  @Test func theHeadlineAlignsTheModes() throws {
    let text = Headline.text(try SampleResult.withModes())
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("    ") }
    #expect(rows.count == 4)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(rows[2].hasPrefix("    car          "))
  }

  @Test func waysShowTheirStreetsAndTheStraightLineIsMarked() throws {
    var result = try SampleResult.withModes()
    result.itineraries[0].itinerary.legs[0].mode = .car
    result.itineraries[0].itinerary.legs[0].distanceMeters = 14_240
    result.itineraries[0].itinerary.legs[0].via = "N28, E19"
    let text = Page(try Report(result, language: .en).html()).text
    #expect(text.contains("N28, E19"))
    #expect(text.contains("14.2"))
    #expect(!text.contains("straight line: no street near"))
    result.itineraries[0].itinerary.legs[0].isStraightLine = true
    #expect(
      Page(try Report(result, language: .en).html()).text
        .contains("straight line: no street near"))
  }

  @Test func aModeWithoutAWordKeepsItsNameAndIsInert() throws {
    var result = try SampleResult.withModes()
    result.modes?[1].mode = "<b>hover</b>"
    result.modes?[1].origins[0].centralStation = "\"><script>"
    let page = Page(try Report(result, language: .nl).html())
    #expect(page.isWellFormed)
    #expect(page.text.contains("<b>hover</b>"))
  }
}
