import Geography
import Impact

extension ReportModel {
  static let chartedSites = 15
  static let chartedMunicipalities = 15

  var charts: Values {
    [
      "maps": Self.section(maps), "histogram": Self.drawing(histogram, histogramNumbers),
      "ranges": Self.section(ranges),
    ]
  }

  private var histogram: SVG? {
    Histogram.svg(
      result.savings,
      Histogram.Labels(
        title: text["histogram_name"], description: text["histogram_text"],
        minutesAxis: text["histogram_minutes"], peopleAxis: text["histogram_people"],
        loses: text["histogram_loses"], gains: text["histogram_gains"], minutes: text["minutes"],
        numbers: numbers))
  }

  private var ranges: Values? {
    let largest = result.municipalities.filter { $0.central.morning.p50 != nil }
      .prefix(Self.chartedMunicipalities)
    let description = text(
      "ranges_text", ["count": numbers.text(Double(largest.count))])
    let chart = RangeChart.svg(
      largest.map {
        RangeChart.Row(label: $0.name, central: $0.central.morning, best: $0.best.morning)
      },
      RangeChart.Labels(
        title: text["ranges_name"], description: description, axis: text["ranges_axis"],
        central: text["ranges_central"], best: text["ranges_best"], numbers: numbers))
    return chart.map {
      [
        "svg": $0.markup, "text": description,
        "numbers": Self.section(rangeNumbers(Array(largest)).values),
      ]
    }
  }

  /// The sites that save most, unless none saves anything.
  var siteChart: SVG? {
    let top = result.sites.prefix(Self.chartedSites).filter { $0.hoursSavedPerDay > 0 }
    return BarChart.svg(
      top.map {
        BarChart.Bar(
          label: $0.name, value: $0.hoursSavedPerDay, isHollow: $0.status != "existing",
          detail: status($0.status))
      },
      BarChart.Labels(
        title: text("sites_chart", ["count": numbers.text(Double(top.count))]),
        description: text["sites_text"], axis: text["sites_axis"], solid: text["sites_solid"],
        hollow: text["sites_hollow"], numbers: numbers))
  }

  func status(_ status: String) -> String {
    switch status {
    case "existing": text["status_existing"]
    case "in preparation": text["status_in_preparation"]
    case "candidate": text["status_candidate"]
    default: status
    }
  }
}

extension ReportModel {
  private var maps: Values? {
    let homes = result.origins.map { (place: $0.coordinate, people: $0.people) }
    let region = result.boundaries.first { $0.id == "region" }?.polygons ?? []
    let places = MapPlaces(result)
    let landmarks = MapExtent(
      around: result.sites.map(\.coordinate) + result.offices.map(\.coordinate)
        + region.joined().joined())
    guard let people = MapExtent(ofPeople: homes) ?? landmarks else { return nil }
    let scale = SavingScale(
      places.all.compactMap { place in place.savedMinutes.map { ($0, place.people) } })
    let extent = people.union(landmarks).padded(by: 0.05)
    var near = result.sites.isEmpty ? nil : landmarks?.padded(by: 0.08)
    if let area = near?.area, area > extent.area * 0.6 { near = nil }
    // Ranks stand where there is room for them.
    let view = MapChart.View(
      extent: extent, rankedSites: near == nil ? 10 : 0, markerRadius: near == nil ? 5 : 3,
      closeUp: near)
    let main = map(places, region, scale, id: "main").svg(
      view, mapLabels(title: text["map_main"], hasAreas: places.hasAreas))
    let closeUp = near.map { near in
      map(places, region, scale, id: "close").svg(
        MapChart.View(extent: near, rankedSites: 10, hasLegend: false, tallest: 430),
        mapLabels(title: text["map_close"], hasAreas: places.hasAreas))
    }
    return [
      "text": text[places.hasAreas ? "map_text" : "map_text_circles"], "main": main.markup,
      "closeUp": Self.drawing(closeUp),
    ]
  }

  private func map(
    _ places: MapPlaces, _ region: [[[Coordinate]]], _ scale: SavingScale, id: String
  ) -> MapChart {
    MapChart(
      places: places.all, region: region,
      sites: result.sites.enumerated().map {
        MapChart.Site(
          name: $1.name, coordinate: $1.coordinate, status: $1.status, rank: $0 + 1)
      },
      offices: result.offices.map { (name($0.name), $0.coordinate) }, scale: scale, id: id)
  }

  private func mapLabels(title: String, hasAreas: Bool) -> MapChart.Labels {
    MapChart.Labels(
      title: title, description: text[hasAreas ? "map_text" : "map_text_circles"],
      legendTitle: text["map_legend"], loses: text["map_loses"],
      notCompared: text["map_not_compared"], office: text["office"], region: text["map_region"],
      people: text["people"], minutes: text["minutes"],
      statuses: Dictionary(
        Set(result.sites.map(\.status)).map {
          ($0, $0 == "existing" ? text["map_existing"] : status($0))
        },
        uniquingKeysWith: { first, _ in first }),
      numbers: numbers)
  }
}
