import Geography

extension MapChart {
  /// Names of the places with most people, none over another name or a marker.
  func names(_ projection: MapProjection, _ view: View) -> [SVG] {
    typealias Box = (left: Double, right: Double, top: Double, bottom: Double)
    var taken: [Box] = (sites.map(\.coordinate) + offices.map(\.coordinate))
      .filter(\.isValid).map {
        let (point, radius) = (projection.point($0), view.markerRadius + 1)
        return (point.x - radius, point.x + radius, point.y - radius, point.y + radius)
      }
    var labels = [SVG]()
    let candidates = places.filter { !$0.name.isEmpty }.sorted {
      ($1.people, $0.name) < ($0.people, $1.name)
    }.prefix(40)
    for place in candidates where labels.count < 12 {
      guard let coordinate = place.coordinate, coordinate.isValid else { continue }
      let point = projection.point(coordinate)
      let name = Markup.shortened(place.name, to: 24)
      let half = Double(name.count) * 3.8
      let box: Box = (point.x - half, point.x + half, point.y - 11, point.y + 9)
      let isFree = !taken.contains {
        $0.left < box.right && box.left < $0.right && $0.top < box.bottom && box.top < $0.bottom
      }
      guard isFree, box.left > 4, box.right < projection.width - 4, box.top > 2,
        box.bottom < projection.height - 30
      else { continue }
      taken.append(box)
      labels.append(
        .label(point.x, point.y + 4, name, anchor: .middle, size: 13, hasHalo: true))
    }
    return labels
  }

  func markers(_ projection: MapProjection, _ view: View, _ labels: Labels) -> [SVG] {
    let offices = offices.compactMap { office -> SVG? in
      let point = projection.point(office.coordinate)
      guard office.coordinate.isValid, projection.isVisible(point) else { return nil }
      return MapMarker.office(
        point.x, point.y, radius: view.rankedSites > 0 ? 11 : view.markerRadius * 1.4
      )
      .titled("\(labels.office): \(office.name)")
    }
    // The best are drawn last, on top.
    let markers = sites.sorted { $0.rank > $1.rank }.compactMap { site -> SVG? in
      let point = projection.point(site.coordinate)
      guard site.coordinate.isValid, projection.isVisible(point) else { return nil }
      let rank = site.rank <= view.rankedSites ? site.rank : nil
      let status = labels.statuses[site.status] ?? site.status
      return MapMarker.site(
        point.x, point.y, radius: rank == nil ? view.markerRadius : 9.5, status: site.status,
        rank: rank
      ).titled("\(site.rank). \(site.name) (\(status))")
    }
    return offices + markers
  }

  /// A dashed frame around the part that the close-up shows.
  func frame(_ extent: MapExtent?, _ projection: MapProjection) -> [SVG] {
    guard let extent else { return [] }
    let low = projection.point(Coordinate(latitude: extent.south, longitude: extent.west))
    let high = projection.point(Coordinate(latitude: extent.north, longitude: extent.east))
    var frame = SVG.rect(
      low.x, high.y, high.x - low.x, low.y - high.y, fill: "none", stroke: "#111")
    frame.attributes.append((name: "stroke-dasharray", value: "5 3"))
    return [frame]
  }
}
