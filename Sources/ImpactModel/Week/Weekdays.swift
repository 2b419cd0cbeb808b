/// Values for the seven days of a week; in line and written out, because weeks are made by the million.
public struct Weekdays: Sendable, Equatable {
  public var monday, tuesday, wednesday, thursday, friday, saturday, sunday: Double

  /// - Parameter value: of each day, 0 is Monday.
  public init(_ value: (Int) -> Double) {
    (monday, tuesday, wednesday) = (value(0), value(1), value(2))
    (thursday, friday) = (value(3), value(4))
    (saturday, sunday) = (value(5), value(6))
  }

  public init(repeating value: Double = 0) {
    (monday, tuesday, wednesday, thursday, friday) = (value, value, value, value, value)
    (saturday, sunday) = (value, value)
  }

  /// In the order of the days, so that it is the same in every run.
  public var sum: Double { monday + tuesday + wednesday + thursday + friday + saturday + sunday }

  public func map(_ value: (Double) -> Double) -> Weekdays { Weekdays { value(self[$0]) } }

  public static func + (a: Weekdays, b: Weekdays) -> Weekdays {
    var sum = a
    sum += b
    return sum
  }

  public static func += (sum: inout Weekdays, other: Weekdays) {
    sum.monday += other.monday
    sum.tuesday += other.tuesday
    sum.wednesday += other.wednesday
    sum.thursday += other.thursday
    sum.friday += other.friday
    sum.saturday += other.saturday
    sum.sunday += other.sunday
  }
}

extension Weekdays: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { 7 }

  public subscript(day: Int) -> Double {
    get {
      switch day {
      case 0: monday
      case 1: tuesday
      case 2: wednesday
      case 3: thursday
      case 4: friday
      case 5: saturday
      default: sunday
      }
    }
    set {
      switch day {
      case 0: monday = newValue
      case 1: tuesday = newValue
      case 2: wednesday = newValue
      case 3: thursday = newValue
      case 4: friday = newValue
      case 5: saturday = newValue
      default: sunday = newValue
      }
    }
  }
}

extension Weekdays: ExpressibleByArrayLiteral {
  /// - Precondition: seven values.
  public init(arrayLiteral values: Double...) {
    precondition(values.count == 7, "a week has seven days")
    self.init { values[$0] }
  }
}
