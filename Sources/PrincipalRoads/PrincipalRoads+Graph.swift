public import Findings
import OpenStreetMap
public import StreetRouting

extension PrincipalRoads {
  /// What the network is called in results.
  public static let sourceName = "the built-in principal roads of Brussels"

  /// The network as streets, for cars only: feet and bicycles have other ways than its roads.
  public func graph() throws(Failure) -> StreetGraph {
    var data = OSMData()
    var numbers: [String: Int64] = [:]
    for (position, node) in nodes.enumerated() {
      let number = Int64(position + 1)
      numbers[node.identifier] = number
      data.nodes.append(OSMNode(id: number, place: StreetGraph.Point(node.coordinate)))
    }
    for (position, way) in ways.enumerated() {
      var tags = OSMTags(way.tags)
      tags["foot"] = "no"
      tags["bicycle"] = "no"
      data.ways.append(
        OSMWay(id: Int64(position + 1), nodes: way.nodes.compactMap { numbers[$0] }, tags: tags))
    }
    do throws(StreetGraphError) {
      return try StreetGraphBuilder.build(
        data, source: StreetSource(name: Self.sourceName, isApproximate: true)
      ).graph
    } catch {
      throw .defect("the principal roads are no street graph: \(error)")
    }
  }
}
