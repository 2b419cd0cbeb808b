import Testing

/// Options of `route` and `matrix` that the mode has no use for.
@Suite("options of modes")
struct ModeOptionTests {
  @Test(
    "an option that the mode would ignore exits with 64 and says with which modes it goes",
    arguments: [
      (["--mode", "car", "--access", "bike"], "--access goes with --mode transit"),
      (["--mode", "walk", "--roads", "r"], "--roads goes with --mode car or park-and-ride"),
      (["--stops", "--roads", "r"], "--roads goes with --mode car or park-and-ride"),
      (["--mode", "car", "--facilities", "f"], "--facilities goes with --mode park-and-ride or"),
      (["--facilities", "f"], "--facilities goes with --mode park-and-ride or bike-and-ride"),
      (["--mode", "bike", "--vehicle-at", "to"], "--vehicle-at goes with --mode park-and-ride or"),
      (["--vehicle-at", "to"], "or with --access bike or e-bike"),
      (["--max-feeder-minutes", "9"], "--max-feeder-minutes goes with --mode park-and-ride or"),
      (["--stops", "--access", "walk"], "no --access"),
    ])
  func unused(options: [String], message: String) throws {
    for command in [
      ["route", "--from", "50.8,4.3", "--to", "50.9,4.4"],
      ["matrix", "--origins", "o", "--destinations", "d"],
    ] {
      let result = try Program.run(
        command + ["--network", "n", "--depart-at", "08:00"] + options)
      #expect(result.status == 64, "\(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  /// The network is missing, which is found after the options are.
  @Test(
    "an option that the mode uses is taken",
    arguments: [
      ["--access", "e-bike", "--vehicle-at", "to"],
      ["--mode", "bike-and-ride", "--vehicle-at", "to", "--max-feeder-minutes", "9"],
      ["--mode", "park-and-ride", "--roads", "principal", "--vehicle-at", "from"],
    ])
  func used(options: [String]) throws {
    let result = try Program.run(
      ["route", "--from", "50.8,4.3", "--to", "50.9,4.4", "--network", "/none.sqlite"]
        + ["--date", "2026-05-05", "--depart-at", "08:00"] + options)
    #expect(result.status == 66, "\(result.errors)")
  }

  @Test("the first stop is not reached by car, and the message names what it can be")
  func access() throws {
    let result = try Program.run(
      "route", "--from", "50.8,4.3", "--to", "50.9,4.4", "--network", "n", "--depart-at", "08:00",
      "--access", "car")
    #expect(result.status == 64)
    #expect(result.errors.contains("e-bike"))
  }
}
