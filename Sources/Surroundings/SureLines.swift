public import Geography

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lines of a network that surely have their own right of way, prepared for many places.
///
/// A box round each section spares most places the walk along it; the answer is that of all
/// sections and stops.
public struct SureLines: Sendable {
  private struct Item: Sendable {
    var latitudes: ClosedRange<Double>
    var longitudes: ClosedRange<Double>
    var section: LineCourses.Section
  }

  private let items: [Item]

  public init(_ courses: LineCourses) {
    // A stop lies on its line, also where the sections beside it are too long to be drawn.
    let stops = courses.stops.map { stop in
      let place = courses.network.places[stop.place].coordinate
      return LineCourses.Section(
        course: [place, place], isDrawn: true, rightOfWay: stop.rightOfWay, line: stop.line)
    }
    items = (stops + courses.sections).filter { $0.rightOfWay == .yes }.compactMap { section in
      let (latitudes, longitudes) = (
        section.course.map(\.latitude), section.course.map(\.longitude)
      )
      guard let south = latitudes.min(), let north = latitudes.max(),
        let west = longitudes.min(), let east = longitudes.max()
      else { return nil }
      return Item(latitudes: south...north, longitudes: west...east, section: section)
    }
  }

  /// The nearest one, of several as near the first stop or else section; `nil` where there is none.
  public func nearest(to place: Coordinate) -> NearLine? {
    let metersPerLatitude = Coordinate.earthRadiusMeters * .pi / 180
    let metersPerLongitude = metersPerLatitude * cos(place.latitude * .pi / 180)
    var best: NearLine?
    for item in items {
      let y = gap(place.latitude, item.latitudes) * metersPerLatitude
      let x = gap(place.longitude, item.longitudes) * metersPerLongitude
      // The plane of `Coordinate.nearest`, so that the box is never farther than its section; a
      // millimetre for rounding.
      guard (x * x + y * y).squareRoot() - 0.001 < best?.meters ?? .infinity else { continue }
      let distance = item.section.distance(from: place)
      guard distance.meters < best?.meters ?? .infinity else { continue }
      best = NearLine(
        meters: distance.meters, uncertaintyMeters: distance.uncertaintyMeters,
        rightOfWay: item.section.rightOfWay, line: item.section.line)
    }
    return best
  }

  private func gap(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    max(0, range.lowerBound - value, value - range.upperBound)
  }
}
