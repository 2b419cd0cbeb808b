import Geography
import Impact

/// Minutes saved one way where people live, with the sites and offices.
struct MapChart {
  struct Labels {
    var title: String
    var description: String
    var legendTitle: String
    var loses: String
    var notCompared: String
    var office: String
    var region: String
    var people: String
    var minutes: String
    /// By the status that the site list writes.
    var statuses: [String: String]
    var numbers: NumberStyle
  }

  /// A municipality, or a circle for homes where its area is not known.
  struct Place {
    var name: String
    var coordinate: Coordinate?
    var area: [[[Coordinate]]]?
    var people: Double
    var savedMinutes: Double?
  }

  struct Site {
    var name: String
    var coordinate: Coordinate
    var status: String
    var rank: Int
  }

  var places: [Place]
  var region: [[[Coordinate]]]
  var sites: [Site]
  var offices: [(name: String, coordinate: Coordinate)]
  var scale: SavingScale
  /// Part of the ids inside the drawing, which a page shares.
  var id: String

  static let width = 560.0

  /// What part of the country is shown, and how.
  struct View {
    var extent: MapExtent
    /// How many markers carry their rank.
    var rankedSites = 0
    var markerRadius = 5.0
    /// Outlined where another drawing shows it larger.
    var closeUp: MapExtent?
    var hasLegend = true
    var tallest = 560.0
  }

  func svg(_ view: View, _ labels: Labels) -> SVG {
    let projection = MapProjection(
      view.extent, width: MapChart.width, heights: 300...max(300, view.tallest))
    let height = projection.height
    let legend = MapLegend(id: id, scale: scale, sites: sites, hasRegion: !region.isEmpty)
      .svg(top: height + 12, labels)
    let clip = SVG(
      "clipPath", ["id": "clip-\(id)"],
      children: [.rect(0, 0, MapChart.width, height, fill: "#fff")])
    let ground =
      [SVG.rect(0, 0, MapChart.width, height, fill: Ink.land)] + areas(projection, labels)
      + circles(projection, labels) + outline(projection)
    let marks =
      markers(projection, view, labels) + frame(view.closeUp, projection)
      + names(projection, view) + MapLegend.scaleBar(projection)
    return .drawing(
      width: MapChart.width, height: height + (view.hasLegend ? 12 + legend.height : 0),
      title: labels.title, description: labels.description,
      [
        SVG("defs", children: [SVG.hatch(id: "hatch-\(id)"), SVG.dots(id: "dots-\(id)"), clip]),
        .group(ground + marks, ["clip-path": "url(#clip-\(id))"]),
        .rect(0.5, 0.5, MapChart.width - 1, height - 1, fill: "none", stroke: Ink.rule),
      ] + (view.hasLegend ? legend.elements : []))
  }

  private func fill(_ minutes: Double?) -> String {
    guard let minutes else { return "url(#dots-\(id))" }
    return scale.level(minutes).map { Ink.scale[$0] } ?? "url(#hatch-\(id))"
  }

  private func tooltip(_ place: Place, _ labels: Labels) -> String {
    let saved =
      place.savedMinutes.map { labels.numbers.text($0, decimals: 1) + " " + labels.minutes }
      ?? labels.notCompared
    let name = place.name.isEmpty ? "" : place.name + ": "
    return "\(name)\(saved), \(labels.numbers.people(place.people)) \(labels.people)"
  }

  private func areas(_ projection: MapProjection, _ labels: Labels) -> [SVG] {
    places.compactMap { place in
      guard let area = place.area else { return nil }
      let path = projection.path(area)
      guard !path.isEmpty else { return nil }
      return SVG.path(path, fill: fill(place.savedMinutes), stroke: "#7d8790", width: 0.5)
        .titled(tooltip(place, labels))
    }
  }

  /// Homes without an area, the area of a circle by people, large ones first.
  private func circles(_ projection: MapProjection, _ labels: Labels) -> [SVG] {
    let homes = places.filter { $0.area == nil }.sorted { $0.people > $1.people }
    guard let most = homes.first?.people, most > 0 else { return [] }
    return homes.compactMap { home in
      guard let coordinate = home.coordinate, coordinate.isValid else { return nil }
      let point = projection.point(coordinate)
      guard projection.isVisible(point) else { return nil }
      let radius = max(2.5, 20 * (max(0, home.people) / most).squareRoot())
      return SVG.circle(
        point.x, point.y, radius: radius, fill: fill(home.savedMinutes), stroke: "#4a545c"
      ).titled(tooltip(home, labels))
    }
  }

  private func outline(_ projection: MapProjection) -> [SVG] {
    let path = projection.path(region)
    guard !path.isEmpty else { return [] }
    return [
      .path(path, fill: "none", stroke: "#fff", width: 4),
      .path(path, fill: "none", stroke: "#111", width: 1.8),
    ]
  }
}
