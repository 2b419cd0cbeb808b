#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension MultiPolygon {
  /// Twice the area of a ring in square degrees, positive where it runs counter-clockwise.
  static func signedDegrees(_ ring: [Coordinate]) -> Double {
    guard let first = ring.first, var previous = ring.last else { return 0 }
    var sum = 0.0
    for vertex in ring {
      // About the first vertex, so that far from 0,0 no digits are lost.
      sum +=
        (previous.longitude - first.longitude) * (vertex.latitude - first.latitude)
        - (vertex.longitude - first.longitude) * (previous.latitude - first.latitude)
      previous = vertex
    }
    return sum
  }

  /// The area on the sphere of the mean radius, holes taken off, in square metres: exact for sides that
  /// are straight in the equal-area cylindrical projection, which those of a few hundred metres are.
  public var squareMeters: Double {
    polygons.reduce(0) { total, rings in
      total
        + rings.enumerated().reduce(0) {
          $0 + ($1.offset == 0 ? 1 : -1) * Self.squareMeters($1.element)
        }
    }
  }

  private static func squareMeters(_ ring: [Coordinate]) -> Double {
    guard let first = ring.first, var previous = ring.last else { return 0 }
    let radians = Double.pi / 180
    let base = sin(first.latitude * radians)
    var sum = 0.0
    for vertex in ring {
      sum +=
        (vertex.longitude - previous.longitude) * radians
        * (sin(vertex.latitude * radians) + sin(previous.latitude * radians) - 2 * base) / 2
      previous = vertex
    }
    return abs(sum) * Coordinate.earthRadiusMeters * Coordinate.earthRadiusMeters
  }
}
