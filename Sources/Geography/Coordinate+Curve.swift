extension Coordinate {
  /// The place on a curve that fills the plane: the bits of latitude and longitude in turn (Morton,
  /// 1966). Places that are next to each other on it are neighbours, mostly.
  /// - Returns: the greatest number for a coordinate that is none.
  public var curvePosition: UInt64 {
    guard isValid else { return .max }
    return Self.spread((latitude + 90) / 180) << 1 | Self.spread((longitude + 180) / 360)
  }

  /// The first 24 bits of a part of one, each followed by a zero.
  private static func spread(_ part: Double) -> UInt64 {
    let bits = UInt64(max(0, min(part, 1)) * Double((1 << 24) - 1))
    return (0..<24).reduce(0) { $0 | ((bits >> UInt64($1)) & 1) << UInt64(2 * $1) }
  }
}
