public import Geography

/// A stop or section of a line at a distance.
public struct NearLine: Sendable {
  /// In a straight line.
  public var meters: Double
  /// How much more or less it may be.
  public var uncertaintyMeters: Double
  public var rightOfWay: LineAttributes.RightOfWay
  /// Position in the network's lines.
  public var line: Int
  /// Position in the network's places, of a stop.
  public var place: Int?

  public init(
    meters: Double, uncertaintyMeters: Double, rightOfWay: LineAttributes.RightOfWay, line: Int,
    place: Int? = nil
  ) {
    self.meters = meters
    self.uncertaintyMeters = uncertaintyMeters
    self.rightOfWay = rightOfWay
    self.line = line
    self.place = place
  }
}

extension LineCourses {
  /// All stops with their distances from a place.
  public func stops(
    from place: Coordinate, uncertaintyMeters: Double
  ) -> [NearLine] {
    stops.map { stop in
      NearLine(
        meters: place.distanceMeters(to: network.places[stop.place].coordinate),
        uncertaintyMeters: uncertaintyMeters, rightOfWay: stop.rightOfWay, line: stop.line,
        place: stop.place)
    }
  }

  /// All sections with their distances from a place, and to what a course that is not drawn adds.
  public func sections(
    from place: Coordinate, uncertaintyMeters: Double
  ) -> [NearLine] {
    sections.map { section in
      let distance = section.distance(from: place)
      return NearLine(
        meters: distance.meters,
        uncertaintyMeters: uncertaintyMeters + distance.uncertaintyMeters,
        rightOfWay: section.rightOfWay, line: section.line)
    }
  }
}
