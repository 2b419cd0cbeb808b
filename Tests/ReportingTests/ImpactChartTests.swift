import Foundation
import Testing

@testable import Impact
@testable import Reporting

@Suite struct ImpactChartTests {
  private let numbers = ReportLanguage.en.numbers

  private func attributes(_ name: String, _ markup: String) -> [[String: String]] {
    Page(markup).named(name).map(\.attributes)
  }

  private var tradeLabels: TradeOffChart.Labels {
    .init(
      title: "T", description: "D", hoursAxis: "h", daysAxis: "d", run: "run",
      withoutSeatLimits: "roomy", interval: "draws", numbers: numbers)
  }

  @Test func moreHoursStandFurtherRightAndMoreDaysHigher() throws {
    func place(_ hours: Double, _ days: Double) throws -> (x: Double, y: Double) {
      // The other point keeps the axes as they are.
      let svg = try #require(
        TradeOffChart.svg(
          run: .init(hours: hours, days: days),
          withoutSeatLimits: .init(hours: 1000, days: 1000), interval: nil, tradeLabels))
      let circle = try #require(attributes("circle", svg.markup).first)
      return (try #require(Double(circle["cx"] ?? "")), try #require(Double(circle["cy"] ?? "")))
    }
    let (low, high) = (try place(100, 100), try place(500, 700))
    #expect(low.x < high.x)
    #expect(low.y > high.y)
    // A quarter of the way is a quarter of the way.
    let zero = try place(0, 0)
    #expect(abs((high.x - zero.x) - 5 * (low.x - zero.x)) < 0.5)
  }

  @Test func tradeOffDrawsOnlyWhatThereIs() throws {
    let point = TradeOffChart.Point(hours: -50, days: 20)
    let alone = try #require(
      TradeOffChart.svg(run: point, withoutSeatLimits: nil, interval: nil, tradeLabels)
    ).markup
    #expect(!alone.contains("roomy") && !alone.contains("draws"))
    #expect(
      TradeOffChart.svg(
        run: .init(hours: 0, days: 0), withoutSeatLimits: nil, interval: nil, tradeLabels) == nil)
    #expect(
      TradeOffChart.svg(
        run: .init(hours: .nan, days: 0), withoutSeatLimits: point, interval: nil, tradeLabels)
        == nil)
  }

  @Test func aWeekStacksItsDaysAndLeavesOutFreeOnes() throws {
    let week = try #require(SampleResult.withImpact().impact?.weekdays)
    let labels = WeekChart.Labels(
      title: "T", description: "D", axis: "a", office: "office", space: "space", home: "home",
      before: "b", after: "c", weekdays: ["mon": "Monday"], numbers: numbers)
    let markup = try #require(WeekChart.svg(week, labels)).markup
    #expect(markup.contains("Monday, b, office: 300"))
    #expect(markup.contains("Monday, c, space: 40"))
    #expect(!markup.contains("sat"))
    // Five days of one part before and three after; 300 = 240 + 40 + 20, so both are as high.
    let bars = attributes("rect", markup).filter {
      ($0["stroke"] ?? "") == Ink.text && Double($0["y"] ?? "") ?? 0 > 30
    }
    #expect(bars.count == 5 * 4)
    let tops = bars.compactMap { Double($0["y"] ?? "") }
    #expect(abs(tops[0] - tops[3]) < 0.3)
    #expect(WeekChart.svg([], labels) == nil)
  }

  @Test func aTornadoHasAHalfBarForEachEndFromTheRun() throws {
    let labels = TornadoChart.Labels(
      title: "T", description: "D", axis: "a", atLow: "low", atHigh: "high", numbers: numbers)
    let markup = try #require(
      TornadoChart.svg(
        [.init(label: "p", range: "1 – 2", atLow: 13, atHigh: 4)], central: 10, labels)
    ).markup
    // The first two are the legend's. 3 above the run at the low end, 6 below it at the high end.
    let bars = attributes("rect", markup).dropFirst(2).compactMap {
      (x: Double($0["x"] ?? "") ?? 0, width: Double($0["width"] ?? "") ?? 0)
    }
    #expect(bars.count == 2)
    #expect(abs(bars[1].width - 2 * bars[0].width) < 0.3)
    #expect(abs(bars[1].x + bars[1].width - bars[0].x) < 0.3)
    #expect(
      TornadoChart.svg(
        [.init(label: "p", range: "", atLow: 10, atHigh: 10)], central: 10, labels) == nil)
  }
}
