public import Geography

/// A change of the base timetable, with the name and the meaning that R5 gives it (Conveyal's
/// scenario modifications, `com.conveyal.r5.analyst.scenario`).
public enum TimetableEdit: Sendable, Equatable {
  case addTrips(AddTrips)
  case adjustFrequency(AdjustFrequency)
  case adjustSpeed(AdjustSpeed)
  case removeStops(RemoveStops)
  case removeTrips(RemoveTrips)
  case reroute(Reroute)

  var step: any EditStep {
    switch self {
    case .addTrips(let edit): edit
    case .adjustFrequency(let edit): edit
    case .adjustSpeed(let edit): edit
    case .removeStops(let edit): edit
    case .removeTrips(let edit): edit
    case .reroute(let edit): edit
    }
  }
}

/// Which trips an edit is for. Ids are those of GTFS, with `feed:` before them where several feeds
/// have the same.
public struct TripSelection: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case routes
    /// Example trips: all trips of the same route that call at the same stops in the same order.
    case patterns
    /// Trips of `trips.txt`; all their repetitions where `frequencies.txt` repeats them.
    case trips
  }

  public var kind: Kind
  public var ids: [String]

  public init(_ kind: Kind, _ ids: [String]) {
    self.kind = kind
    self.ids = ids
  }
}

/// A stop that an edit lets trips call at.
public enum EditedStop: Sendable, Equatable {
  /// By `stop_id`.
  case existing(String)
  /// Later edits may name it; without an id it gets one.
  case new(id: String?, name: String, Coordinate)
}

/// When the trips of one pattern leave its first stop.
public enum Departures: Sendable, Equatable {
  /// In seconds of the service day.
  case stated([Int])
  /// From the start of the window to before its end. Without exact times the phase is random, as
  /// in `frequencies.txt`.
  case headway(Range<Int>, headwaySeconds: Int, isExact: Bool)
}

/// What is wrong with an edit.
public struct EditProblem: Sendable, Equatable {
  /// Position of the edit.
  public var edit: Int
  public var code: String
  /// Such as `routes[0]`, in the names of a scenario file.
  public var field: String
  public var value: String?
  public var message: String
}

/// Why edits cannot be applied: all that is wrong with all of them.
public struct EditErrors: Error, Sendable {
  public var problems: [EditProblem]
}

/// What an edit has done.
public struct EditEffect: Sendable, Equatable {
  /// Trips at stated times, of all service days that the timetable holds.
  public var addedTrips = 0
  public var removedTrips = 0
  public var changedTrips = 0
  /// Rows of trips at a headway without stated times.
  public var addedRows = 0
  public var removedRows = 0
  public var changedRows = 0
  public var addedStops = 0
  /// Trips and rows that were selected and to which the edit does not apply.
  public var unfit = 0
  /// Hops, of trips and rows, that were too short for what was to be saved, and now take 0 s.
  public var shortHops = 0
}
