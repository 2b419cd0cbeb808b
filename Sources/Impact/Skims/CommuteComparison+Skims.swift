public import ImpactModel
import Routing
public import Scenarios

extension CommuteComparison {
  /// What every way between a home and a workplace is by each mode of the scenario: homes in the
  /// order of the demand, workplaces the offices and then the sites.
  ///
  /// - Parameters:
  ///   - modes: the others have no ways; `nil` is all of the scenario.
  ///   - threads: the result is the same for any number.
  ///   - done: called with the mode, how many workplaces are ready, and of how many.
  public func skims(
    of modes: Set<CommuteMode>? = nil, threads: Int,
    done: @Sendable @escaping (CommuteMode, Int, Int) -> Void = { _, _, _ in }
  ) async -> SkimTable {
    let workplaces = workplaces
    var table = SkimTable(
      homeCount: network.homes.count, workplaceCount: workplaces.count,
      modes: timesByMode.map(\.mode.rawValue))
    let loads = roadLoads()
    for (mode, times) in timesByMode.enumerated() where modes?.contains(times.mode) != false {
      let skims = CommuteSkims(
        network: network, times: times, workplaces: workplaces, junction: junction, loads: loads)
      let columns = await skims.columns(threads: threads) { done(times.mode, $0, workplaces.count) }
      for (workplace, column) in columns.enumerated() {
        for (home, skim) in column.enumerated() { table[home, workplace, mode] = skim }
      }
    }
    return table
  }

  /// `nil` where nobody drives.
  func roadLoads() -> RoadLoads? {
    let roads = timesByMode.contains { $0.mode.usesCar } ? network.car : nil
    return roads.map {
      RoadLoads(
        $0.streets, ringReference: scenario.impact.ringReference, region: scenario.impact.region)
    }
  }
}
