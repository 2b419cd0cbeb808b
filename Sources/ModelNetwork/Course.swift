/// A line of the model with the stations that it calls at, for those who need no timetable.
public struct Course: Sendable, Equatable {
  public enum Mode: String, Sendable {
    case metro, tram, train

    /// The `route_type` of the GTFS reference.
    var routeType: Int {
      switch self {
      case .tram: 0
      case .metro: 1
      case .train: 2
      }
    }
  }

  public struct Call: Sendable, Equatable {
    public var identifier: String
    public var name: String
    /// WGS84 degrees.
    public var latitude: Double
    public var longitude: Double
  }

  public var mode: Mode
  public var shortName: String
  /// In the order of direction 0.
  public var calls: [Call]
}

extension ModelNetwork {
  /// All lines, in the order of their table.
  public var courses: [Course] {
    let places = Dictionary(uniqueKeysWithValues: stations.map { ($0.identifier, $0) })
    return lines.map { line in
      Course(
        mode: line.mode, shortName: line.shortName,
        calls: line.calls.compactMap { call in
          guard let station = places[call.station], let latitude = Double(station.latitude),
            let longitude = Double(station.longitude)
          else { return nil }
          return Course.Call(
            identifier: station.identifier, name: station.name, latitude: latitude,
            longitude: longitude)
        })
    }
  }
}
