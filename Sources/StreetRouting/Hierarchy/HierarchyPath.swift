/// A shortest path, down to the arcs of the graph.
public struct HierarchyPath: Sendable, Equatable {
  /// Which of the ends of the source it begins at.
  public var sourceEnd: Int
  /// Which of the ends of the target it ends at.
  public var targetEnd: Int
  /// The arcs by position in the graph, from the source on.
  public var arcs: [Int32]
  /// Of the arcs and both ends.
  public var milliseconds: Int32

  public init(sourceEnd: Int, targetEnd: Int, arcs: [Int32], milliseconds: Int32) {
    self.sourceEnd = sourceEnd
    self.targetEnd = targetEnd
    self.arcs = arcs
    self.milliseconds = milliseconds
  }
}
