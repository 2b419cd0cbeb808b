/// A trip between two of its calls, as a part of a journey.
struct RidePart {
  var trip: TripIndex
  var boardEvent: Int
  var alightEvent: Int
  var staysSeated = false
  /// From the ride before: the change itself, without slack and waiting.
  var changeSeconds = 0
}

extension Journey {
  /// Joins rides in the order of travel, with the changes between them.
  init(_ rides: [RidePart], _ timetable: Timetable, accessSeconds: Int, egressSeconds: Int) {
    let events = timetable.stopEvents
    var legs: [Journey.Leg] = []
    var departure = 0
    var previous: StopIndex?
    var time = 0
    for ride in rides {
      let board = events[ride.boardEvent]
      if let from = previous {
        if !ride.staysSeated, timetable.whole(from) != timetable.whole(board.stop) {
          legs.append(
            .walk(
              from: from, to: board.stop, departureSeconds: time,
              arrivalSeconds: time + ride.changeSeconds))
        }
      } else {
        departure = Int(board.departureSeconds) - accessSeconds
        if accessSeconds > 0 {
          legs.append(
            .walk(
              from: nil, to: board.stop, departureSeconds: departure,
              arrivalSeconds: Int(board.departureSeconds)))
        }
      }
      legs.append(
        .ride(
          trip: ride.trip, boardEvent: ride.boardEvent, alightEvent: ride.alightEvent,
          staysSeated: ride.staysSeated))
      previous = events[ride.alightEvent].stop
      time = Int(events[ride.alightEvent].arrivalSeconds)
    }
    if egressSeconds > 0 {
      legs.append(
        .walk(
          from: previous, to: nil, departureSeconds: time, arrivalSeconds: time + egressSeconds))
    }
    self.init(legs: legs, departureSeconds: departure, arrivalSeconds: time + egressSeconds)
  }
}
