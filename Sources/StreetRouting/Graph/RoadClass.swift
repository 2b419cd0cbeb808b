/// The class of a link, after OpenStreetMap's `highway`; ferries and shuttle trains beside them.
public enum RoadClass: UInt8, Sendable, CaseIterable, Codable {
  case motorway = 0
  case motorwayLink, trunk, trunkLink, primary, primaryLink, secondary, secondaryLink
  case tertiary, tertiaryLink, unclassified, residential, livingStreet, service, track
  case pedestrian, footway, path, cycleway, bridleway, steps, corridor, platform
  case busway
  case ferry

  /// The groups that congestion tables distinguish.
  public var group: RoadGroup {
    switch self {
    case .motorway, .motorwayLink: .motorway
    case .trunk, .trunkLink, .primary, .primaryLink, .secondary, .secondaryLink: .main
    case .ferry: .ferry
    default: .minor
    }
  }
}

/// Road classes that share a congestion factor.
public enum RoadGroup: String, Sendable, CaseIterable, Codable {
  case motorway, main, minor, ferry
}
