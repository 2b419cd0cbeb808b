import Findings

extension Rule {
  static let missingRequiredFile = Rule(
    "missing_required_file", .error, in: "Dataset Files",
    "agency.txt, stops.txt, routes.txt, trips.txt and stop_times.txt are there; routing needs "
      + "stops even where the reference lets them out", mend: "add the file")
}
