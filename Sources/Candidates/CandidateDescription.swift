public import TransitRouting

/// A candidate and what is near it; `nil` is not known or not within reach.
public struct CandidateDescription: Sendable {
  /// Of trains, metros and what else surely has its own right of way.
  public struct Line: Sendable, Equatable {
    public var name: String
    public var mode: TransitMode
    /// In a straight line.
    public var meters: Double
  }

  /// The nearest on foot, else in a straight line.
  public struct Station: Sendable, Equatable {
    public var name: String
    /// In a straight line.
    public var meters: Double
    public var walkSeconds: Int?
    public var walkMeters: Double?
    /// Trains and metros that can be boarded there on the date.
    public var departures: Int
    /// People on an average weekday.
    public var boardings: Int?
  }

  /// The nearest by car, at 08:00.
  public struct Exit: Sendable, Equatable {
    public var name: String
    public var driveSeconds: Int
    /// In a straight line.
    public var meters: Double
  }

  public var candidate: Candidate
  public var zone: String
  /// The NIS code.
  public var municipality: String?
  public var line: Line?
  public var station: Station?
  public var exit: Exit?
  /// Fallbacks that the row stands on.
  public var notes: [String]
}
