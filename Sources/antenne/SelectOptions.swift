import ArgumentParser
import Scenarios
import SiteBatch
import SiteSelection

/// Which sites together.
struct SelectOptions: ParsableArguments {
  enum OpenSites: String, ExpressibleByArgument, CaseIterable {
    case ignore, fixed, closable
  }

  @Option(help: "Choose the best network of K candidates; --out has its sites.")
  var select: Int?

  @Option(
    help: ArgumentHelp(
      "With --select: cover as many as gain and are there within so many minutes, instead of saving "
        + "the most hours.", valueName: "minutes"))
  var cover: Double?

  @Option(
    help: "With --select: what to do with the scenario's own sites: ignore, fixed or closable.")
  var openSites = OpenSites.ignore

  @Option(
    help: ArgumentHelp(
      "With --select: at most so much a year for new and kept sites, of their cost_eur_per_year.",
      valueName: "eur"))
  var budget: Double?

  func validate() throws {
    guard select.map({ $0 >= 0 }) ?? true else {
      throw ValidationError("--select takes a number from 0")
    }
    guard select != nil || cover == nil && budget == nil && openSites == .ignore else {
      throw ValidationError("--cover, --open-sites and --budget are for --select")
    }
    guard cover.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--cover takes minutes above 0")
    }
    guard budget.map({ $0 >= 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--budget takes euro from 0")
    }
  }

  var objective: SiteNetwork.Objective { cover.map { .covered(withinMinutes: $0) } ?? .hours }
}
