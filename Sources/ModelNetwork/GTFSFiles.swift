extension ModelNetwork {
  /// The timetable as the text files of a GTFS feed, in a fixed order and always the same.
  public func gtfsFiles() -> [(name: String, text: String)] {
    let (trips, stopTimes) = tripFiles()
    return [
      ("agency.txt", agency), ("stops.txt", stops), ("routes.txt", routes), ("trips.txt", trips),
      ("stop_times.txt", stopTimes), ("calendar.txt", calendar), ("feed_info.txt", feedInfo),
    ]
  }

  private var agency: String {
    """
    agency_id,agency_name,agency_url,agency_timezone
    model,Antenne model timetable,https://example.org/antenne,Europe/Brussels

    """
  }

  private var stops: String {
    var text = "stop_id,stop_name,stop_lat,stop_lon\n"
    for station in stations {
      text += row([station.identifier, station.name, station.latitude, station.longitude])
    }
    return text
  }

  private var routes: String {
    var text = "route_id,agency_id,route_short_name,route_long_name,route_type,route_color\n"
    for line in lines {
      text += row([
        line.identifier, "model", line.shortName, line.longName, "\(line.mode.routeType)",
        line.color,
      ])
    }
    return text
  }

  private var calendar: String {
    """
    service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
    weekday,1,1,1,1,1,0,0,20190101,20301231

    """
  }

  private var feedInfo: String {
    """
    feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
    Antenne model timetable (not a published timetable),https://example.org/antenne,mul,\
    20190101,20301231

    """
  }

  /// `trips.txt` and `stop_times.txt`: every line, both directions, by time of departure.
  private func tripFiles() -> (trips: String, stopTimes: String) {
    var trips = "route_id,service_id,trip_id,trip_headsign,direction_id\n"
    var stopTimes = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    let names = Dictionary(uniqueKeysWithValues: stations.map { ($0.identifier, $0.name) })
    let headwaysByLine = Dictionary(grouping: headways, by: \.line)
    for line in lines {
      for direction in 0...1 {
        let calls = line.calls(direction: direction)
        let headsign = calls.last.flatMap { names[$0.station] } ?? line.longName
        let departures = headwaysByLine[line.identifier, default: []]
          .filter { $0.applies(to: direction) }.flatMap(\.departureSeconds).sorted()
        for departureSeconds in departures {
          let time = ClockTime.compactText(seconds: departureSeconds)
          let trip = "\(line.identifier)-\(direction)-\(time)"
          trips += row([line.identifier, "weekday", trip, headsign, "\(direction)"])
          for (index, call) in calls.enumerated() {
            let clock = ClockTime.text(seconds: departureSeconds + call.elapsedSeconds)
            stopTimes += row([trip, clock, clock, call.station, "\(index + 1)"])
          }
        }
      }
    }
    return (trips, stopTimes)
  }

  private func row(_ cells: [String]) -> String {
    cells.map(escaped).joined(separator: ",") + "\n"
  }

  /// Quotes a cell that would otherwise not be read as it is.
  private func escaped(_ cell: String) -> String {
    let special: Set<UInt8> = Set("\",\r\n".utf8)
    guard cell.utf8.contains(where: special.contains) else { return cell }
    var quoted = "\""
    for character in cell { quoted += character == "\"" ? "\"\"" : String(character) }
    return quoted + "\""
  }
}
