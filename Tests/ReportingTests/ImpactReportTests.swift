import Foundation
import ImpactModel
import Testing

@testable import Impact
@testable import Reporting

/// What the week does, on the page and in the terminal.
@Suite struct ImpactReportTests {
  private func page(_ result: RunResult, _ language: ReportLanguage = .en) throws -> Page {
    Page(try Report(result, language: language).html())
  }

  @Test(arguments: ReportLanguage.allCases)
  func isWellFormedInEveryLanguage(_ language: ReportLanguage) throws {
    let html = try Report(SampleResult.withImpact(), language: language).html()
    #expect(Page(html).isWellFormed)
    #expect(!html.contains("??"))
    let text = try ReportText(language)
    for key in ["does_title", "does_trade_title", "does_quarters_title", "does_ranks_title"] {
      #expect(Page(html).text.contains(text[key]), "\(key)")
    }
  }

  @Test func theHeadlineHasItsIntervalAndWhatReboundLeaves() throws {
    // The sample's draws reach from a quarter below a value to half above it.
    let text = try page(SampleResult.withImpact()).text
    #expect(text.contains("saves 12,000 (9,000 – 18,000) hours of commuting"))
    #expect(text.contains("after rebound 2,400 (1,800 – 3,600) remain"))
    #expect(text.contains("(187,500 – 375,000); 87,500 (65,625 – 131,250) after rebound"))
    #expect(text.contains("65% of the kilometres and 80% of the time saved"))
    #expect(text.contains("vehicle-km on the R0"))
    #expect(text.contains("€65,000 by the logsum"))
    #expect(text.contains("nine of ten of 200 draws"))
    #expect(text.contains("saves 4.5 minutes a visit in the mean; 40% of the visits"))
  }

  @Test func numbersAreWrittenAsTheLanguageDoes() throws {
    #expect(
      try page(SampleResult.withImpact(), .nl).text.contains("12.000 (9.000 – 18.000) uur"))
    #expect(
      try page(SampleResult.withImpact(), .fr).text
        .contains("12\u{202F}000 (9\u{202F}000 – 18\u{202F}000) heures"))
  }

  @Test func withoutDrawsThereIsNoIntervalAndNoChartOfThem() throws {
    var result = try SampleResult.withImpact()
    result.uncertainty = nil
    let page = try page(result)
    #expect(page.text.contains("saves 12,000 hours of commuting"))
    #expect(!page.text.contains("draws, in which"))
    #expect(!page.text.contains("What the result hangs on"))
    #expect(!page.text.contains("How sure the ranking is"))
  }

  @Test func anOldResultHasNoSectionAndOtherLimits() throws {
    let old = try page(SampleResult.make()).text
    #expect(!old.contains("What it does"))
    #expect(old.contains("made without a model of the week"))
    let new = try page(SampleResult.withImpact()).text
    #expect(!new.contains("made without a model of the week"))
    #expect(new.contains("Nothing here counts places at stations"))
    #expect(!Headline.text(try SampleResult.make()).contains("rebound"))
  }

  @Test func chartsHaveNamesOfTheirOwnAndIdsAreUnique() throws {
    let page = try page(SampleResult.withImpact())
    let charts = page.named("svg")
    #expect(charts.count == (try self.page(SampleResult.make())).named("svg").count + 3)
    #expect(charts.allSatisfy { $0.children.prefix(2) == ["title", "desc"] })
    #expect(Set(charts.map { $0.attributes["aria-label"] }).count == charts.count)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func saysHowStableARankIsAndWhatASeatIsWorth() throws {
    let text = try page(SampleResult.withImpact()).text
    #expect(text.contains("87%"))
    #expect(text.contains("1 – 5"))
    #expect(text.contains("no limit"))
    // 300 of 1,500 days leave, 44 weeks a year, 10 € each.
    #expect(text.contains("13,200"))
    #expect(text.contains("132,000"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "</td><script>alert(1)</script>",
    "{{t.product}} {{{css}}} {net}",
  ])
  func namesFromDataAreInert(_ name: String) throws {
    var result = try SampleResult.withImpact(site: name, quarter: name)
    result.uncertainty?.tornado[0].parameter = name
    result.impact?.weekdays[0].weekday = name
    result.impact?.mainModes[0].name = name
    result.impact?.modes[0].mode = name
    result.impact?.calibration?.problem = name
    for index in result.scenario.parameters.indices {
      result.scenario.parameters[index].source = name
    }
    let page = try page(result)
    #expect(page.isWellFormed)
    #expect(page.named("script").isEmpty)
    #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    #expect(page.text.contains(name))
  }

  @Test func survivesWildNumbersAndEmptyLists() throws {
    var result = try SampleResult.withImpact()
    result.impact?.effects.hoursPerYear = .nan
    result.impact?.weekdays[0].siteDays = .infinity
    result.impact?.quarters = []
    result.impact?.sites = []
    result.impact?.incomes = []
    result.impact?.mainModes = []
    result.impact?.modes = []
    result.uncertainty?.tornado = []
    let html = try Report(result, language: .en).html()
    #expect(Page(html).isWellFormed)
    #expect(!html.contains("nan") && !html.contains("??"))
  }

  @Test func theTerminalShowsTheYear() throws {
    let text = Headline.text(try SampleResult.withImpact())
    #expect(text.contains("12,000 (9,000 to 18,000); 2,400 after rebound"))
    #expect(text.contains("250,000 (187,500 to 375,000) and 42 (31 to 62)"))
    #expect(text.contains("13,200 (9,900 to 19,800); they spent 132,000 € there"))
    #expect(text.contains("hours saved a year"))
  }

  @Test(arguments: ReportLanguage.allCases)
  func whereNobodyDrivesThereIsNoFigureOfCars(_ language: ReportLanguage) throws {
    var result = try SampleResult.withImpact()
    result.impact?.modes.removeAll { $0.mode == "car" }
    let text = try page(result, language).text
    #expect(!text.contains("vehicle-km on the R0"))
    #expect(text.contains(try ReportText(language)["does_no_car"].prefix(20)))
    #expect(Headline.text(result).contains("42 (31 to 62); nobody drives"))
    #expect(!Headline.text(result).contains("250,000"))
  }

  @Test func negativeNumbersAreGroupedBehindTheirSign() {
    #expect(Headline.grouped(-123) == "-123")
    #expect(Headline.grouped(-1_234_567.4) == "-1,234,567")
    #expect(Headline.grouped(-0.4) == "0")
    #expect(Headline.grouped(1000) == "1,000")
  }
}
