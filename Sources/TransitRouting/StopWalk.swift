/// A stop that can be reached on foot from a place, or from which a place can be reached.
public struct StopWalk: Sendable, Equatable {
  public var stop: StopIndex
  public var seconds: Int32
  /// Whether it is the straight line, for want of a street.
  public var isStraightLine: Bool

  public init(stop: StopIndex, seconds: Int, isStraightLine: Bool = false) {
    self.stop = stop
    self.seconds = Int32(clamping: seconds)
    self.isStraightLine = isStraightLine
  }
}
