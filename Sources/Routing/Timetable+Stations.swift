import TransitRouting

extension Timetable {
  /// The station of a stop or of a part of one; a stop without a station is its own.
  func station(of stop: StopIndex) -> StopIndex {
    let whole = whole(stop)
    return stops[whole.position].parent ?? whole
  }
}
