import Scenarios
import Surroundings

/// How near a workspace is to the high-capacity lines of a network.
public struct LineDistance: Sendable, Codable, Equatable {
  /// Whether it is less than the limit, whatever the uncertainty.
  public enum Verdict: String, Sendable, Codable {
    case yes, no, undecided
  }

  /// Metres in a straight line to what surely has its own right of way, and to what surely or
  /// perhaps has it; `nil` where there is none.
  public struct Distance: Sendable, Codable, Equatable {
    public var sureMeters: Double?
    public var possibleMeters: Double?
    /// The line that `possibleMeters` leads to, and the stop.
    public var line: String
    public var stop: String?
    public var verdict: Verdict
  }

  public var siteID: String
  public var name: String
  /// `nil` where the catalogue does not say it; then it counts as none.
  public var precisionMeters: Double?
  public var section: Distance
  public var stop: Distance

  init(_ record: SiteRecord, _ courses: LineCourses, limitMeters: Double) {
    let site = record.site
    siteID = site.id
    name = site.name
    precisionMeters = site.coordinatePrecisionMeters
    let uncertainty = record.precisionMeters + courses.network.precisionMeters
    let stops = courses.stops(from: site.coordinate, uncertaintyMeters: uncertainty)
    // A stop lies on its line, also where the sections beside it are too long to be drawn.
    let sections =
      courses.sections(from: site.coordinate, uncertaintyMeters: uncertainty)
      + stops.map { stop in
        var found = stop
        found.place = nil
        return found
      }
    section = Distance(sections, courses.network, limitMeters: limitMeters)
    stop = Distance(stops, courses.network, limitMeters: limitMeters)
  }
}

extension LineDistance.Distance {
  init(_ all: [NearLine], _ network: ServedNetwork, limitMeters: Double) {
    let sure = all.filter { $0.rightOfWay == .yes }
    let nearest = all.min { $0.meters < $1.meters }
    sureMeters = sure.map(\.meters).min()
    possibleMeters = nearest?.meters
    line = nearest.map { network.lines[$0.line].name } ?? ""
    stop = nearest?.place.map { network.places[$0].name }
    let isSurelyNear = sure.contains { $0.meters + $0.uncertaintyMeters < limitMeters }
    let isPerhapsNear = all.contains { $0.meters - $0.uncertaintyMeters < limitMeters }
    verdict = isSurelyNear ? .yes : isPerhapsNear ? .undecided : .no
  }
}
