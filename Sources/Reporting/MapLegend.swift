/// Shapes that differ without colour: sites by status, offices.
enum MapMarker {
  /// A marker with a rank has room for the number from a radius of 9 on.
  static func site(
    _ x: Double, _ y: Double, radius: Double = 5, status: String, rank: Int? = nil
  ) -> SVG {
    let shape: SVG =
      switch status {
      case "existing":
        .circle(x, y, radius: radius, fill: Ink.siteFill, stroke: "#111", width: 1.5)
      case "in preparation":
        polygon(x, y, radius * 1.25, corners: [(0, -1), (1, 0), (0, 1), (-1, 0)], fill: "#fff")
      default:
        polygon(x, y, radius * 1.3, corners: [(0, -1), (1, 0.8), (-1, 0.8)], fill: "#fff")
      }
    guard let rank else { return .group([shape]) }
    return .group([
      shape,
      .label(x, y + 4, "\(rank)", anchor: .middle, size: 11, fill: "#111", isBold: true),
    ])
  }

  /// An open square, in which a site at the same place stays visible.
  static func office(_ x: Double, _ y: Double, radius: Double = 6) -> SVG {
    var halo = SVG.rect(
      x - radius, y - radius, radius * 2, radius * 2, fill: "none", stroke: "#fff")
    var square = halo
    halo.attributes.append((name: "stroke-width", value: "5"))
    square.attributes.removeAll { $0.name == "stroke" }
    square.attributes += [
      (name: "stroke", value: "#111"), (name: "stroke-width", value: "2.5"),
    ]
    return .group([halo, square])
  }

  private static func polygon(
    _ x: Double, _ y: Double, _ radius: Double, corners: [(Double, Double)], fill: String
  ) -> SVG {
    let points = corners.map {
      SVG.number(x + $0.0 * radius) + " " + SVG.number(y + $0.1 * radius)
    }
    return .path("M" + points.joined(separator: "L") + "Z", fill: fill, stroke: "#111", width: 1.5)
  }
}

/// What the fills and markers of a map mean.
struct MapLegend {
  var id: String
  var scale: SavingScale
  var sites: [MapChart.Site]
  var hasRegion: Bool

  func svg(top: Double, _ labels: MapChart.Labels) -> (elements: [SVG], height: Double) {
    var elements = [SVG.label(0, top + 13, labels.legendTitle, isBold: true)]
    let swatches =
      [("url(#hatch-\(id))", labels.loses)]
      + Ink.scale.indices.map { (Ink.scale[$0], scale.label($0)) }
      + [("url(#dots-\(id))", labels.notCompared)]
    // The texts at both ends are longer than the numbers between them.
    let widths = [100.0] + Ink.scale.map { _ in 64.0 } + [130.0]
    var x = 0.0
    for (swatch, width) in zip(swatches, widths) {
      elements.append(.rect(x, top + 22, width - 4, 14, fill: swatch.0, stroke: "#7d8790"))
      elements.append(.label(x, top + 52, swatch.1, size: 13))
      x += width
    }
    let markers = self.markers(labels)
    var y = top + 78
    x = 0
    for (marker, text) in markers {
      let length = 26 + Double(text.count) * 7.4 + 18
      if x > 0, x + length > MapChart.width {
        x = 0
        y += 24
      }
      elements.append(marker(x + 9, y - 4))
      elements.append(.label(x + 24, y, text))
      x += length
    }
    return (elements, y + 10 - top)
  }

  private func markers(
    _ labels: MapChart.Labels
  ) -> [(marker: (Double, Double) -> SVG, text: String)] {
    let known = ["existing", "in preparation"]
    let present = Set(sites.map(\.status))
    let statuses = known.filter(present.contains) + present.subtracting(known).sorted()
    var markers: [(marker: (Double, Double) -> SVG, text: String)] = statuses.map { status in
      ({ MapMarker.site($0, $1, status: status) }, labels.statuses[status] ?? status)
    }
    markers.append(({ MapMarker.office($0, $1) }, labels.office))
    if hasRegion {
      markers.append(
        ({ .line($0 - 9, $1, $0 + 9, $1, stroke: "#111", width: 2) }, labels.region))
    }
    return markers
  }

  /// A bar of a round length at the bottom left of the map.
  static func scaleBar(_ projection: MapProjection) -> [SVG] {
    let kilometers = [1.0, 2, 5, 10, 20, 50, 100].last { $0 * projection.unitsPerKilometer <= 130 }
    guard let kilometers else { return [] }
    let length = kilometers * projection.unitsPerKilometer
    let y = projection.height - 14
    return [
      .rect(8, y - 20, length + 16, 28, fill: "#ffffffcc"),
      .line(16, y, 16 + length, y, stroke: "#111", width: 2),
      .line(16, y - 4, 16, y + 4, stroke: "#111", width: 2),
      .line(16 + length, y - 4, 16 + length, y + 4, stroke: "#111", width: 2),
      .label(16 + length / 2, y - 6, "\(Int(kilometers)) km", anchor: .middle, size: 12),
    ]
  }
}
