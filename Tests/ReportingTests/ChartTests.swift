import Foundation
import Geography
import Testing

@testable import Impact
@testable import Reporting

@Suite struct ChartTests {
  /// Bins of five minutes with some people in each.
  private func bins(_ range: Range<Int>) -> [RunResult.HistogramBin] {
    range.map { .init(fromMinutes: $0 * 5, toMinutes: $0 * 5 + 5, people: Double(abs($0) + 1)) }
  }

  @Test func histogramKeepsAllPeopleWhenItJoinsBars() {
    let bins = bins(-40..<60)
    let bars = Histogram.bars(bins)
    #expect(bars.count == 28)
    #expect(bars.reduce(0) { $0 + $1.people } == bins.reduce(0) { $0 + $1.people })
  }

  @Test func histogramNeverJoinsLosersWithGainers() {
    let bars = Histogram.bars(bins(-2..<80), limit: 10)
    #expect(bars.filter(\.isLoss).reduce(0) { $0 + $1.people } == 5)
    #expect(Histogram.bars(bins(-80..<1), limit: 10).filter { !$0.isLoss }.count == 1)
    #expect(Histogram.bars(bins(-80..<80), limit: 1).count == 2)
  }

  @Test func chartsWithoutNumbersAreNotDrawn() {
    let numbers = ReportLanguage.en.numbers
    #expect(
      Histogram.svg(
        [],
        .init(
          title: "", description: "", minutesAxis: "", peopleAxis: "", loses: "", gains: "",
          minutes: "", numbers: numbers)) == nil)
    #expect(
      BarChart.svg(
        [.init(label: "a", value: 0)],
        .init(title: "", description: "", axis: "", solid: "", hollow: "", numbers: numbers))
        == nil)
    #expect(
      RangeChart.svg(
        [
          .init(
            label: "a", central: SampleResult.unreachable.morning,
            best: SampleResult.unreachable.morning)
        ],
        .init(title: "", description: "", axis: "", central: "", best: "", numbers: numbers))
        == nil)
  }

  @Test func drawingsEscapeTextAndAttributes() {
    let element = SVG.label(0, 0, "<b>&\"").titled("'<i>")
    #expect(element.markup.contains("&lt;b&gt;&amp;&quot;"))
    #expect(element.markup.contains("<title>&#39;&lt;i&gt;</title>"))
    #expect(SVG("a", ["b": "\"><script>"]).markup == "<a b=\"&quot;&gt;&lt;script&gt;\"/>")
  }

  @Test func mapLooksWhereMostPeopleLive() throws {
    let homes = (0..<100).map {
      (place: SampleResult.place(50.8 + Double($0) / 1000, 4.3 + Double($0) / 1000), people: 10.0)
    }
    let far = [(place: SampleResult.place(49, 2), people: 5.0)]
    let extent = try #require(MapExtent(ofPeople: homes + far))
    #expect(extent.south >= 50.8 && extent.west >= 4.3)
    #expect(extent.north > 50.89)
    #expect(MapExtent(ofPeople: []) == nil)
  }

  @Test func mapIsTrueToScale() throws {
    let extent = try #require(
      MapExtent(around: [SampleResult.place(50, 4), SampleResult.place(51, 5)]))
    let projection = MapProjection(extent, width: 500, heights: 300...2000)
    let (a, b) = (SampleResult.place(50.5, 4.2), SampleResult.place(50.5, 4.6))
    let c = SampleResult.place(50.8, 4.2)
    let across = (projection.point(b).x - projection.point(a).x) / a.distanceMeters(to: b)
    let up = (projection.point(a).y - projection.point(c).y) / a.distanceMeters(to: c)
    #expect(abs(across / up - 1) < 0.01)
    #expect(abs(up * 1000 / projection.unitsPerKilometer - 1) < 0.01)
  }

  @Test func mapDrawsAreasWhereKnownAndCirclesElsewhere() throws {
    var result = try SampleResult.make()
    #expect(MapPlaces(result).hasAreas)
    #expect(MapPlaces(result).all.map { $0.savedMinutes ?? 0 } == [27.5, -10, 0])
    result.boundaries.removeAll { $0.id == "b" }
    #expect(MapPlaces(result).all.filter { $0.area == nil }.map(\.name) == ["Place b"])
    result.boundaries = []
    #expect(!MapPlaces(result).hasAreas)
    #expect(MapPlaces(result).all.count == 3)
  }

  @Test func mapNeverShowsOneHome() throws {
    var result = try SampleResult.make()
    result.boundaries = []
    for index in result.origins.indices {
      result.origins[index].municipality = ""
      result.origins[index].municipalityName = ""
      result.origins[index].coordinate = SampleResult.place(50.851 + Double(index) / 1000, 4.351)
    }
    let places = MapPlaces(result).all
    #expect(places.count == 1)
    #expect(places[0].people == 1510.5)
    let html = try Report(result, language: .en).html()
    #expect(html.components(separatedBy: "Home a").count == 3, "only in the example journey")
  }

  @Test func savingsScaleLeavesFewToTheLastClass() {
    let scale = SavingScale((0..<100).map { (minutes: Double($0) / 5, people: 1) })
    #expect(scale.stepMinutes == 5)
    #expect(scale.level(-0.1) == nil)
    #expect(scale.level(0) == 0)
    #expect(scale.level(19.9) == 3)
    #expect(scale.level(500) == 4)
    #expect(SavingScale([]).stepMinutes == 1)
  }

  @Test func ticksAreRoundAndFew() {
    #expect(Ticks.values(from: 0, to: 143, count: 6) == [0, 25, 50, 75, 100, 125])
    #expect(Ticks.values(from: 0, to: 1, count: 4) == [0, 0.5, 1])
    #expect(Ticks.values(from: 0, to: 0) == [0])
    #expect(Ticks.values(from: 0, to: .infinity) == [0])
  }

  @Test func colorsAreAStaircaseInBlackAndWhite() throws {
    let lightness = try Ink.scale.map { color in
      let value = try #require(Int(color.dropFirst(), radix: 16))
      return 0.2126 * Double(value >> 16) + 0.7152 * Double(value >> 8 & 255)
        + 0.0722 * Double(value & 255)
    }
    for (light, dark) in zip(lightness, lightness.dropFirst()) { #expect(light - dark > 25) }
  }
}
