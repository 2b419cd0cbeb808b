/// One way to begin or to end a journey: a node and the time between it and the place itself.
public struct GraphEnd: Sendable, Equatable {
  public var node: Int32
  /// From the place to the node, or from the node to the place.
  public var milliseconds: Int32

  public init(node: Int32, milliseconds: Int32) {
    self.node = node
    self.milliseconds = milliseconds
  }
}

extension GraphEnd {
  /// At most ``HierarchyWeights/unreachable``.
  var clampedMilliseconds: Int32 {
    precondition(milliseconds >= 0, "an end's time is negative")
    return min(milliseconds, HierarchyWeights.unreachable)
  }
}
