/// One direction of a link: who may use it and how fast.
public struct Passage: Sendable, Hashable {
  /// Two bits for each `StreetRight`: a `StreetAccess`.
  var accessBits: UInt8
  /// Free-flow speed of a car, tenths of km/h; on ferries the speed of everyone.
  public var carSpeedTenths: UInt16
  /// Share of a cyclist's own speed that surface and way allow, in per cent; where a bicycle is
  /// pushed (`bicycle=dismount`, steps) it is `pushed`.
  public var bicyclePercent: UInt8
  /// Share of the walking speed, in per cent: less than 100 on steps.
  public var footPercent: UInt8

  public static let pushed: UInt8 = 0

  public init(
    carSpeedTenths: UInt16 = 0, bicyclePercent: UInt8 = 100, footPercent: UInt8 = 100,
    foot: StreetAccess = .no, bicycle: StreetAccess = .no, car: StreetAccess = .no
  ) {
    accessBits = 0
    self.carSpeedTenths = carSpeedTenths
    self.bicyclePercent = bicyclePercent
    self.footPercent = footPercent
    self[.foot] = foot
    self[.bicycle] = bicycle
    self[.car] = car
  }

  public static let closed = Passage()

  public subscript(right: StreetRight) -> StreetAccess {
    get { StreetAccess(rawValue: accessBits >> (2 * right.rawValue) & 3) ?? .no }
    set {
      let shift = 2 * right.rawValue
      accessBits = accessBits & ~(3 << shift) | newValue.rawValue << shift
    }
  }

  /// Whether nobody may pass.
  public var isClosed: Bool { accessBits == 0 }
}

/// A stretch of street between two junctions, with both its directions.
public struct StreetLink: Sendable, Hashable {
  public var from: Int32
  public var to: Int32
  /// Along its geometry.
  public var lengthCentimeters: Int32
  /// Position in `StreetGraph.names`; 0 is the empty name.
  public var name: Int32
  public var roadClass: RoadClass
  /// From `from` to `to`.
  public var forward: Passage
  public var backward: Passage

  public init(
    from: Int32, to: Int32, lengthCentimeters: Int32, name: Int32 = 0, roadClass: RoadClass,
    forward: Passage, backward: Passage
  ) {
    self.from = from
    self.to = to
    self.lengthCentimeters = lengthCentimeters
    self.name = name
    self.roadClass = roadClass
    self.forward = forward
    self.backward = backward
  }
}

/// A link in one of its directions.
public struct DirectedLink: Hashable, Sendable, Comparable {
  /// Twice the link's position, plus one against its direction.
  public let raw: Int32

  public init(raw: Int32) {
    self.raw = raw
  }

  public init(_ link: Int, isBackward: Bool) {
    raw = Int32(link * 2 + (isBackward ? 1 : 0))
  }

  public var link: Int { Int(raw >> 1) }
  public var isBackward: Bool { raw & 1 == 1 }
  public var reversed: DirectedLink { DirectedLink(raw: raw ^ 1) }

  public static func < (left: DirectedLink, right: DirectedLink) -> Bool { left.raw < right.raw }
}
