/// The position of a stop in `Timetable.stops`.
public struct StopIndex: Hashable, Sendable, Comparable {
  public let raw: Int32
  public init(_ position: Int) { raw = Int32(position) }
  init(raw: Int32) { self.raw = raw }
  public var position: Int { Int(raw) }
  public static func < (a: StopIndex, b: StopIndex) -> Bool { a.raw < b.raw }
}

/// The position of a route in `Timetable.routes`.
public struct RouteIndex: Hashable, Sendable {
  public let raw: Int32
  public init(_ position: Int) { raw = Int32(position) }
  public var position: Int { Int(raw) }
}

/// The position of a trip in `Timetable.trips`.
public struct TripIndex: Hashable, Sendable {
  public let raw: Int32
  public init(_ position: Int) { raw = Int32(position) }
  init(raw: Int32) { self.raw = raw }
  public var position: Int { Int(raw) }
}
