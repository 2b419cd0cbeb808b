/// Timetables of one day that differ in the phases of trips that run at a headway and at no stated
/// times (GTFS: `frequencies.txt` without `exact_times`).
///
/// Such a row says only that from its start to before its end a vehicle leaves every `h` seconds.
/// In a draw the first one leaves `phase` seconds after the start, with a phase that is uniform over
/// the whole seconds of `0..<h`, and the others at steps of `h`; at a moment in the middle of the row
/// the wait is then uniform too, `(h - 1) / 2` on average. Rows are independent of each other, and so
/// are the service days of one row. Travel times over a window are taken in many draws, and their
/// distribution runs over minutes and draws (Conway, Byrd, van der Linden, "Evidence-Based Transit
/// and Land Use Sketch Planning Using Interactive Accessibility Methods on Combined Schedule and
/// Headway-Based Networks", TRR 2653, 2017, as R5 does).
///
/// A phase follows from the seed, the number of the draw and the name of the row alone: not from
/// threads, from the order of draws, from how many there are, or from other rows, so that two
/// scenarios that share a row share its phases.
///
/// All draws have the stops, transfers, routes and scheduled trips of `timetable` at the same
/// positions; the trips of rows come after those, and their number differs by one or so a row.
public struct PhaseDraws: Sendable {
  /// How many draws are taken where nobody says: a change to a line every ten minutes then has a mean
  /// wait whose standard error is 10 min / √12 / √20, 39 seconds.
  public static let usualCount = 20
  public static let usualSeed: UInt64 = 1
  public static let countLimit = 1000

  /// A row of `frequencies.txt` on one service day.
  public struct Row: Sendable {
    /// What the phase is drawn for: the same text has the same phases.
    public var name: String
    /// In seconds of the timetable.
    public var startSeconds: Int
    public var endSeconds: Int
    public var headwaySeconds: Int
    /// From the service day to the day of the timetable; ids of trips count from the former.
    public var dayShiftSeconds: Int
    /// Only trips with a call in here; all where `nil`.
    public var window: Range<Int>?
    /// Its trips in the timetable with phase 0, at least one.
    public var trips: Range<Int>
    /// When the first of these leaves.
    public var firstStartSeconds: Int
    /// The id of the trip that is repeated.
    public var tripID: String

    public init(
      name: String, tripID: String, startSeconds: Int, endSeconds: Int, headwaySeconds: Int,
      dayShiftSeconds: Int = 0, window: Range<Int>? = nil, trips: Range<Int>,
      firstStartSeconds: Int
    ) {
      self.name = name
      self.tripID = tripID
      self.startSeconds = startSeconds
      self.endSeconds = endSeconds
      self.headwaySeconds = headwaySeconds
      self.dayShiftSeconds = dayShiftSeconds
      self.window = window
      self.trips = trips
      self.firstStartSeconds = firstStartSeconds
    }

    /// Seconds from the start of the row to the first trip in a draw.
    public func phaseSeconds(draw: Int, seed: UInt64) -> Int {
      // The high word of the product is uniform in 0..<headway; what it favours is below 2^-40.
      let word = Noise.word(seed, UInt64(bitPattern: Int64(draw)), Noise.hash(name))
      return Int(word.multipliedFullWidth(by: UInt64(max(1, headwaySeconds))).high)
    }
  }

  /// With phase 0.
  public let timetable: Timetable
  public let rows: [Row]

  /// - Parameters:
  ///   - timetable: with phase 0; the trips of the rows come last, and none is linked to another.
  ///   - rows: in the order of their trips, without a gap.
  public init(_ timetable: Timetable, _ rows: [Row]) {
    var next = rows.first?.trips.lowerBound ?? timetable.trips.count
    for row in rows {
      precondition(
        row.trips.lowerBound == next && !row.trips.isEmpty && row.headwaySeconds > 0,
        "rows follow each other, have a trip and a headway")
      next = row.trips.upperBound
    }
    precondition(next == timetable.trips.count, "the trips of the rows come last")
    self.timetable = timetable
    self.rows = rows
  }

  /// The same draws of a timetable with other transfers.
  public func with(transfers: TransferTable) -> PhaseDraws {
    PhaseDraws(timetable.with(transfers: transfers), rows)
  }

  /// The timetable of a draw; draws are counted from 0.
  public func timetable(draw: Int, seed: UInt64) -> Timetable {
    let scheduled = rows.first?.trips.lowerBound ?? timetable.trips.count
    var trips = Array(timetable.trips[..<scheduled])
    var starts = Array(timetable.tripStarts[...scheduled])
    var events = Array(timetable.stopEvents[..<Int(timetable.tripStarts[scheduled])])
    for row in rows {
      let pattern = timetable.events(of: TripIndex(row.trips.lowerBound))
      let phase = row.phaseSeconds(draw: draw, seed: seed)
      for start in stride(
        from: row.startSeconds + phase, to: row.endSeconds, by: row.headwaySeconds)
      {
        let shift = start - row.firstStartSeconds
        guard row.holds(pattern, shift) else { continue }
        for call in pattern {
          var event = call
          event.arrivalSeconds = Int32(clamping: Int(call.arrivalSeconds) + shift)
          event.departureSeconds = Int32(clamping: Int(call.departureSeconds) + shift)
          events.append(event)
        }
        var trip = timetable.trips[row.trips.lowerBound]
        trip.id = row.tripID + "@\(start - row.dayShiftSeconds)"
        trips.append(trip)
        starts.append(Int32(events.count))
      }
    }
    return Timetable(
      stops: timetable.stops, routes: timetable.routes, trips: trips, stopEvents: events,
      tripStarts: starts, transfers: timetable.transfers,
      continuations: timetable.continuations.cut(to: scheduled, of: trips.count))
  }
}

extension PhaseDraws.Row {
  /// Whether a trip with these calls is in the window when moved by so many seconds.
  func holds(_ calls: ArraySlice<Timetable.StopEvent>, _ shift: Int) -> Bool {
    guard let window, let first = calls.first, let last = calls.last else { return true }
    return Int(last.arrivalSeconds) + shift >= window.lowerBound
      && Int(first.departureSeconds) + shift < window.upperBound
  }
}

extension ContinuationTable {
  /// For as many trips as given, of which those from `scheduled` on are not linked.
  fileprivate func cut(to scheduled: Int, of tripCount: Int) -> ContinuationTable {
    guard !isEmpty else { return self }
    let pairs = (0..<scheduled).flatMap { from in
      following(TripIndex(from)).map { (from: TripIndex(from), to: $0) }
    }
    return ContinuationTable(tripCount: tripCount, pairs)
  }
}

/// Random words by name and not in a sequence.
private enum Noise {
  /// The finalizer of SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
  /// Generators", OOPSLA 2014) over one number after the other.
  static func word(_ numbers: UInt64...) -> UInt64 {
    var word: UInt64 = 0
    for number in numbers {
      word = (word ^ number) &+ 0x9E37_79B9_7F4A_7C15
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      word ^= word >> 31
    }
    return word
  }

  /// FNV-1a of 64 bits: Swift's own hashes differ from run to run.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
