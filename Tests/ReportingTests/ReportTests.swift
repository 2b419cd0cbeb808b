import Findings
import Foundation
import Geography
import Impact
import Routing
import Testing

@testable import Reporting

@Suite struct ReportTests {
  @Test(arguments: ReportLanguage.allCases)
  func isWellFormedAndSpeaksOneLanguage(_ language: ReportLanguage) throws {
    let html = try Report(SampleResult.make(), language: language).html()
    let page = Page(html)
    #expect(page.isWellFormed)
    #expect(page.named("html").first?.attributes["lang"] == language.rawValue)
    #expect(!html.contains("??"), "a text or a placeholder is missing")
  }

  @Test func needsNothingButTheFile() throws {
    let page = Page(try Report(SampleResult.make(), language: .en).html())
    #expect(page.named("script").isEmpty)
    #expect(page.named("link").isEmpty)
    for element in page.elements {
      for (name, value) in element.attributes {
        #expect(!["src", "href", "xlink:href", "action"].contains(name))
        #expect(!name.hasPrefix("on"))
        #expect(name == "xmlns" || !value.contains("://"))
      }
    }
    #expect(!ReportTemplates.css.contains("@import"))
    #expect(!ReportTemplates.css.contains("url("))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "</style><script>alert(1)</script>",
    // A quote and a combining mark are one character, but two to a browser.
    "x\"\u{301} onmouseover=\"alert(1)", "<\u{301}script>", "{{t.product}} {{{css}}} {people}",
    "a\u{0}b\u{1B}[31m\u{202E}c\u{FFFE}",
  ])
  func namesFromDataAreInert(_ name: String) throws {
    var result = try SampleResult.make(name: name, siteName: name)
    result.scenario.description = name
    result.scenario.file = name
    result.scenario.parameters[0].source = name
    result.feeds[0].name = name
    result.feeds[0].operators = [name]
    result.notes[0].message = name
    result.offices[0].name = name
    result.sites[0].status = name
    for index in result.municipalities.indices {
      result.municipalities[index].name = name
      result.origins[index].name = name
      result.origins[index].id = name
    }
    result.itineraries[0].title = name
    result.itineraries[0].itinerary.legs[0].from = name
    let html = try Report(result, language: .fr).html()
    let page = Page(html)
    #expect(page.isWellFormed)
    #expect(page.named("script").isEmpty)
    #expect(page.named("style").count == 1)
    #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    if !name.unicodeScalars.contains("\u{0}") { #expect(page.text.contains(name)) }
  }

  @Test(arguments: ReportLanguage.allCases)
  func everyChartHasAnAccessibleName(_ language: ReportLanguage) throws {
    let charts = Page(try Report(SampleResult.make(), language: language).html()).named("svg")
    // Map, close-up or not, histogram, bars, ranges.
    #expect(charts.count >= 4)
    for chart in charts {
      #expect(chart.attributes["role"] == "img")
      #expect(chart.attributes["aria-label"]?.isEmpty == false)
      #expect(chart.children.prefix(2) == ["title", "desc"])
    }
    #expect(Set(charts.map { $0.attributes["aria-label"] }).count == charts.count)
  }

  @Test func idsAreUnique() throws {
    let ids = Page(try Report(SampleResult.make(), language: .en).html()).elements
      .compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: ReportLanguage.allCases)
  func rendersWithNothingToShow(_ language: ReportLanguage) throws {
    let html = try Report(SampleResult.empty(), language: language).html()
    #expect(Page(html).isWellFormed)
    #expect(!html.contains("??"))
    #expect(Page(html).named("svg").isEmpty)
  }

  @Test func rendersWithoutBoundariesSitesOrJourneys() throws {
    var result = try SampleResult.make()
    result.boundaries = []
    #expect(Page(try Report(result, language: .en).html()).isWellFormed)
    result.itineraries = []
    result.sites = []
    let page = Page(try Report(result, language: .en).html())
    #expect(page.isWellFormed)
    #expect(page.text.contains("no workspace to compare"))
    #expect(page.text.contains("no example journeys"))
  }

  @Test func rendersWithWildCoordinatesAndNumbers() throws {
    var result = try SampleResult.make()
    result.origins[0].coordinate = Coordinate(latitude: .nan, longitude: 4)
    result.sites[0].coordinate = Coordinate(latitude: 91, longitude: 400)
    result.municipalities[0].central.oneWay = .infinity
    result.municipalities[1].central.morning.p90 = .nan
    result.totals.hoursSavedPerDay = .nan
    let html = try Report(result, language: .en).html()
    #expect(Page(html).isWellFormed)
    #expect(!html.contains("nan"))
  }

  @Test func namesModelTimetablesNearTheHeadline() throws {
    let label = "Model timetable, not published by an operator"
    var result = try SampleResult.make()
    #expect(Page(try Report(result, language: .en).html()).text.contains(label))
    result.feeds = [SampleResult.feed(isModel: false)]
    let page = Page(try Report(result, language: .en).html())
    #expect(!page.text.contains(label))
    #expect(page.text.contains("published"))
  }

  @Test func saysWhatTheNumbersRestOnAndWhatIsNotCovered() throws {
    let text = Page(try Report(SampleResult.make(), language: .en).html()).text
    #expect(text.contains("1,201 of 1,511 commuters"))
    #expect(text.contains("1,100 hours together; over a year 48,418 hours"))
    #expect(text.contains("walks: straight lines"))
    #expect(text.contains("take everybody to travel by the mode of the tables"))
    #expect(text.contains("public transport"))
    #expect(text.contains("antenne run sample.yaml --out DIR"))
    #expect(text.contains("trip-77"))
    #expect(text.contains("07:05 – 07:56:01, 52 minutes, 1 ride"))
  }

  @Test func isTheSameEveryTime() throws {
    let result = try SampleResult.make()
    #expect(
      try Report(result, language: .nl).html() == Report(result, language: .nl).html())
  }
}
