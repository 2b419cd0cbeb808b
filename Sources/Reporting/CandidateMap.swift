public import Geography

/// Candidates for sites on a map: the first ones by their numbers, all others by how much they save.
/// One drawing in English that stands alone, readable in black and white.
public struct CandidateMap {
  public struct Place: Sendable {
    public var name: String
    public var coordinate: Coordinate
    /// By which candidates are ranked.
    public var hoursSavedPerYear: Double

    public init(name: String, coordinate: Coordinate, hoursSavedPerYear: Double) {
      self.name = name
      self.coordinate = coordinate
      self.hoursSavedPerYear = hoursSavedPerYear
    }
  }

  private let title: String
  /// Most hours first.
  private let first: [Place]
  private let others: [Place]
  private let offices: [(name: String, coordinate: Coordinate)]
  private let region: [[[Coordinate]]]
  private let municipalities: [[[Coordinate]]]

  private static let width = 640.0
  private static let lineHeight = 20.0

  /// - Parameters:
  ///   - first: those that carry their number and name, in their order.
  ///   - municipalities: areas whose borders are drawn; they may be none.
  public init(
    title: String, first: [Place], others: [Place],
    offices: [(name: String, coordinate: Coordinate)], region: [[[Coordinate]]],
    municipalities: [[[Coordinate]]]
  ) {
    self.title = title
    self.first = first
    self.others = others
    self.offices = offices
    self.region = region
    self.municipalities = municipalities
  }

  /// An SVG file. The window holds the first ones, the offices and the Region; others may lie outside.
  public var svg: String {
    let landmarks = (first + (first.isEmpty ? others : [])).map(\.coordinate)
    let window = MapExtent(
      around: landmarks + offices.map(\.coordinate) + region.joined().joined())
    guard let window else { return drawing([], height: 40) }
    let projection = MapProjection(
      window.padded(by: 0.05), width: Self.width, heights: 300...720)
    let frame = SVG.rect(
      0.5, 0.5, Self.width - 1, projection.height - 1, fill: "none", stroke: Ink.rule)
    let ground =
      [SVG.rect(0, 0, Self.width, projection.height, fill: Ink.land)] + outlines(projection)
    let marks =
      dots(projection) + squares(projection) + numbers(projection)
      + MapLegend.scaleBar(projection)
    let key = key(top: projection.height + 24)
    let clip = SVG(
      "clipPath", ["id": "map"],
      children: [.rect(0, 0, Self.width, projection.height, fill: "#fff")])
    return drawing(
      [SVG("defs", children: [clip]), .group(ground + marks, ["clip-path": "url(#map)"]), frame]
        + key.elements, height: key.bottom)
  }

  private func drawing(_ elements: [SVG], height: Double) -> String {
    var drawing = SVG.drawing(
      width: Self.width, height: height, title: title,
      description: first.enumerated().map { "\($0 + 1). \($1.name)" }.joined(separator: "; "),
      elements)
    drawing.attributes += [
      (name: "xmlns", value: "http://www.w3.org/2000/svg"),
      (name: "font-family", value: "sans-serif"),
    ]
    return drawing.markup + "\n"
  }

  private func outlines(_ projection: MapProjection) -> [SVG] {
    [
      .path(projection.path(municipalities), fill: "none", stroke: Ink.rule, width: 0.7),
      .path(projection.path(region), fill: "none", stroke: "#111", width: 1.8),
    ]
  }

  /// The share of the best one, in as many classes as there are inks.
  private func level(_ place: Place) -> Int {
    let best = max((first + others).map(\.hoursSavedPerYear).max() ?? 0, .leastNormalMagnitude)
    let share = max(0, min(1, place.hoursSavedPerYear / best))
    return min(Ink.scale.count - 1, Int(share * Double(Ink.scale.count)))
  }

  private func dots(_ projection: MapProjection) -> [SVG] {
    others.reversed().compactMap { place in
      guard let point = visible(place.coordinate, projection) else { return nil }
      return .circle(
        point.x, point.y, radius: 3, fill: Ink.scale[level(place)], stroke: "#4a545c", width: 0.6
      ).titled("\(place.name): \(Self.hours(place))")
    }
  }

  private func squares(_ projection: MapProjection) -> [SVG] {
    offices.compactMap { office in
      visible(office.coordinate, projection).map {
        MapMarker.office($0.x, $0.y).titled("Office: \(office.name)")
      }
    }
  }

  private func numbers(_ projection: MapProjection) -> [SVG] {
    first.enumerated().reversed().compactMap { index, place in
      visible(place.coordinate, projection).map {
        MapMarker.site($0.x, $0.y, radius: 9.5, status: "existing", rank: index + 1)
          .titled("\(index + 1). \(place.name): \(Self.hours(place))")
      }
    }
  }

  private func visible(
    _ place: Coordinate, _ projection: MapProjection
  ) -> (x: Double, y: Double)? {
    guard place.isValid else { return nil }
    let point = projection.point(place)
    return projection.isVisible(point) ? point : nil
  }

  private func key(top: Double) -> (elements: [SVG], bottom: Double) {
    var (elements, x, y) = ([SVG](), 0.0, top)
    elements.append(.label(0, y, "Hours saved alone, as a share of the best candidate", size: 13))
    y += Self.lineHeight
    for level in Ink.scale.indices {
      let step = 100 / Ink.scale.count
      elements.append(
        .circle(x + 6, y - 4, radius: 5, fill: Ink.scale[level], stroke: "#4a545c", width: 0.6))
      elements.append(.label(x + 16, y, "\(level * step) to \((level + 1) * step) %", size: 13))
      x += 96
    }
    elements += [MapMarker.office(x + 8, y - 4), .label(x + 22, y, "office", size: 13)]
    y += 8
    for (index, place) in first.enumerated() {
      y += Self.lineHeight
      elements.append(
        .label(0, y, "\(index + 1). \(place.name): \(Self.hours(place))", size: 13))
    }
    return (elements, y + 10)
  }

  private static func hours(_ place: Place) -> String {
    ReportLanguage.en.numbers.amount(place.hoursSavedPerYear) + " hours a year"
  }
}
