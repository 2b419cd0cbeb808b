import GTFSSchedule

/// Which value of a `stop_times.txt` row goes where.
struct CallLayout {
  let trip: Int
  let arrival: Int
  let departure: Int
  /// The fields of a pattern that the file has, as positions in the file's fields.
  let patternFields: [Int]
  /// Their columns in `CallStorage.patternColumns`, counted from 0.
  let patternColumns: [Int]
  let kinds: [Slot.Kind]
  /// The position of `stop_sequence` in `patternFields`.
  let sequence: Int

  /// The number of values of a call in a pattern.
  var width: Int { patternFields.count }

  /// - Parameter slots: those of the file, in the order of its fields.
  init(_ slots: [Slot]) {
    let file = GTFSSchedule.stopTimes
    func index(_ name: String) -> Int { file.fieldIndex(name) ?? 0 }
    trip = index("trip_id")
    arrival = index("arrival_time")
    departure = index("departure_time")
    var fields: [Int] = []
    var columns: [Int] = []
    for (column, field) in CallStorage.patternFields.enumerated() {
      let position = index(field.name)
      guard slots[position].column >= 0 else { continue }
      fields.append(position)
      columns.append(column)
    }
    patternFields = fields
    patternColumns = columns
    kinds = fields.map { slots[$0].kind }
    let sequenceField = index("stop_sequence")
    sequence = fields.firstIndex(of: sequenceField) ?? 0
  }
}
