/// On which line of `stop_times.txt` each call of a trip stands.
struct CallLines {
  /// Lines in the order of the calls. Mostly one follows the other, and only the first is kept.
  enum Lines {
    case following(first: Int32, count: Int32)
    case scattered([Int32])

    init(_ lines: [Int32]) {
      let first = lines.first ?? 0
      self =
        lines.enumerated().allSatisfy { $1 == first + Int32($0) }
        ? .following(first: first, count: Int32(lines.count)) : .scattered(lines)
    }

    var first: Int32 {
      switch self {
      case .following(let first, _): first
      case .scattered(let lines): lines.min() ?? 0
      }
    }

    subscript(call: Int) -> Int {
      switch self {
      case .following(let first, _): Int(first) + call
      case .scattered(let lines): Int(lines[call])
      }
    }
  }

  private var lines: [Int: Lines] = [:]

  mutating func set(_ lines: Lines, of trip: Int) {
    self.lines[trip] = lines
  }

  /// The line of a call of a trip, counted from 0.
  func line(of trip: Int, call: Int) -> Int? { lines[trip].map { $0[call] } }
}
