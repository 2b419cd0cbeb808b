import Geography

extension Timetable {
  /// The straight lines from call to call of a trip between two of its calls, by position in
  /// `stopEvents`, added up, in metres. The curves of the line are not in it.
  public func meters(from board: Int, to alight: Int) -> Double {
    let places = stopEvents[board...alight].map { stops[$0.stop.position].coordinate }
    return zip(places, places.dropFirst()).reduce(0) { $0 + $1.0.distanceMeters(to: $1.1) }
  }
}
