/// Values for the seven days of a week, Monday first; in line, because weeks are made by the million.
public struct Weekdays: Sendable {
  private var values: InlineArray<7, Double>

  public init(repeating value: Double = 0) { values = InlineArray(repeating: value) }

  /// - Parameter value: of each day, 0 is Monday.
  public init(_ value: (Int) -> Double) { values = InlineArray(value) }
}

extension Weekdays: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { values.count }

  public subscript(day: Int) -> Double {
    get { values[day] }
    set { values[day] = newValue }
  }

  public func map(_ value: (Double) -> Double) -> Weekdays { Weekdays { value(values[$0]) } }

  /// In the order of the days, so that it is the same in every run.
  public var sum: Double { reduce(0, +) }
}

extension Weekdays: Equatable {
  public static func == (a: Weekdays, b: Weekdays) -> Bool { a.elementsEqual(b) }

  public static func + (a: Weekdays, b: Weekdays) -> Weekdays { Weekdays { a[$0] + b[$0] } }

  public static func += (sum: inout Weekdays, other: Weekdays) { sum = sum + other }
}

extension Weekdays: ExpressibleByArrayLiteral {
  /// - Precondition: seven values.
  public init(arrayLiteral values: Double...) {
    precondition(values.count == 7, "a week has seven days")
    self.init { values[$0] }
  }
}
