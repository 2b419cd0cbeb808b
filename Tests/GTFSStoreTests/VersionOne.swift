/// A network database as version 1 of the tables had it, from `sqlite3 .dump`: the weekday trip T
/// calls at A 08:00, at B without times and boarding, at C 25:20; with a transfer, a shape, a zone
/// and an exception on 1 November.
enum VersionOne {
  static let dump = """
    CREATE TABLE feeds (
      feed_key INTEGER PRIMARY KEY,
      feed TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL,
      is_model INTEGER NOT NULL DEFAULT 0);
    INSERT INTO feeds VALUES(1,'f','feed',0);
    CREATE TABLE feed_files (
      feed_key INTEGER NOT NULL REFERENCES feeds(feed_key),
      file TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      PRIMARY KEY (feed_key, file)) WITHOUT ROWID;
    INSERT INTO feed_files VALUES(1,'agency.txt',1);
    INSERT INTO feed_files VALUES(1,'calendar.txt',1);
    INSERT INTO feed_files VALUES(1,'calendar_dates.txt',1);
    INSERT INTO feed_files VALUES(1,'routes.txt',1);
    INSERT INTO feed_files VALUES(1,'shapes.txt',2);
    INSERT INTO feed_files VALUES(1,'stop_times.txt',3);
    INSERT INTO feed_files VALUES(1,'stops.txt',3);
    INSERT INTO feed_files VALUES(1,'transfers.txt',1);
    INSERT INTO feed_files VALUES(1,'trips.txt',1);
    CREATE TABLE store_services (
      service_key INTEGER PRIMARY KEY,
      feed_key INTEGER NOT NULL REFERENCES feeds(feed_key),
      service_id TEXT NOT NULL,
      UNIQUE (service_id, feed_key));
    INSERT INTO store_services VALUES(1,1,'weekday');
    CREATE TABLE store_shape_ids (
      shape_key INTEGER PRIMARY KEY,
      feed_key INTEGER NOT NULL REFERENCES feeds(feed_key),
      shape_id TEXT NOT NULL,
      UNIQUE (shape_id, feed_key));
    INSERT INTO store_shape_ids VALUES(1,1,'S');
    CREATE TABLE store_agency (agency_key INTEGER PRIMARY KEY, agency_id TEXT NOT NULL,
    agency_name TEXT, agency_url TEXT, agency_timezone TEXT, agency_lang TEXT, agency_phone
    TEXT, agency_fare_url TEXT, agency_email TEXT, feed_key INTEGER NOT NULL REFERENCES
    feeds(feed_key), UNIQUE (agency_id, feed_key));
    INSERT INTO store_agency
    VALUES(1,'L','Lijn','https://example.org','Europe/Brussels',NULL,NULL,NULL,NULL,1);
    CREATE TABLE store_stops (stop_key INTEGER PRIMARY KEY, stop_id TEXT NOT NULL, stop_code
    TEXT, stop_name TEXT, tts_stop_name TEXT, stop_desc TEXT, stop_lat REAL, stop_lon REAL,
    zone_id TEXT, stop_url TEXT, location_type INTEGER, parent_station_key INTEGER REFERENCES
    store_stops(stop_key), stop_timezone TEXT, wheelchair_boarding INTEGER, level_id TEXT,
    platform_code TEXT, feed_key INTEGER NOT NULL REFERENCES feeds(feed_key), UNIQUE (stop_id,
    feed_key));
    INSERT INTO store_stops VALUES(1,'A',NULL,'Alpha "1"',
    NULL,NULL,50.8,4.3,'z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
    INSERT INTO store_stops
    VALUES(2,'B',NULL,'Beta',NULL,NULL,50.81,4.3,'z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
    INSERT INTO store_stops
    VALUES(3,'C',NULL,'Gamma',NULL,NULL,50.83,4.3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
    CREATE TABLE store_routes (route_key INTEGER PRIMARY KEY, route_id TEXT NOT NULL, agency_key
    INTEGER REFERENCES store_agency(agency_key), route_short_name TEXT, route_long_name TEXT,
    route_desc TEXT, route_type INTEGER, route_url TEXT, route_color TEXT, route_text_color
    TEXT, route_sort_order INTEGER, continuous_pickup INTEGER, continuous_drop_off INTEGER,
    network_id TEXT, feed_key INTEGER NOT NULL REFERENCES feeds(feed_key), UNIQUE (route_id,
    feed_key));
    INSERT INTO store_routes
    VALUES(1,'R',1,'1',NULL,NULL,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
    CREATE TABLE store_calendar (service_key INTEGER REFERENCES store_services(service_key),
    monday INTEGER, tuesday INTEGER, wednesday INTEGER, thursday INTEGER, friday INTEGER,
    saturday INTEGER, sunday INTEGER, start_date INTEGER, end_date INTEGER, PRIMARY KEY
    (service_key)) WITHOUT ROWID;
    INSERT INTO store_calendar VALUES(1,1,1,1,1,1,0,0,20191001,20191231);
    CREATE TABLE store_calendar_dates (service_key INTEGER REFERENCES
    store_services(service_key), date INTEGER, exception_type INTEGER, PRIMARY KEY (service_key,
    date)) WITHOUT ROWID;
    INSERT INTO store_calendar_dates VALUES(1,20191101,2);
    CREATE TABLE store_shapes (shape_key INTEGER REFERENCES store_shape_ids(shape_key),
    shape_pt_lat REAL, shape_pt_lon REAL, shape_pt_sequence INTEGER, shape_dist_traveled REAL,
    PRIMARY KEY (shape_key, shape_pt_sequence)) WITHOUT ROWID;
    INSERT INTO store_shapes VALUES(1,50.8,4.3,1,NULL);
    INSERT INTO store_shapes VALUES(1,50.83,4.3,2,NULL);
    CREATE TABLE store_trips (trip_key INTEGER PRIMARY KEY, trip_id TEXT NOT NULL, route_key
    INTEGER REFERENCES store_routes(route_key), service_key INTEGER REFERENCES
    store_services(service_key), trip_headsign TEXT, trip_short_name TEXT, direction_id INTEGER,
    block_id TEXT, shape_key INTEGER REFERENCES store_shape_ids(shape_key),
    wheelchair_accessible INTEGER, bikes_allowed INTEGER, cars_allowed INTEGER, feed_key INTEGER
    NOT NULL REFERENCES feeds(feed_key), UNIQUE (trip_id, feed_key));
    INSERT INTO store_trips VALUES(1,'T',1,1,NULL,NULL,NULL,'b1',1,NULL,NULL,NULL,1);
    CREATE TABLE store_stop_times (trip_key INTEGER REFERENCES store_trips(trip_key),
    stop_sequence INTEGER, stop_key INTEGER REFERENCES store_stops(stop_key), arrival_time
    INTEGER, departure_time INTEGER, stop_headsign TEXT, pickup_type INTEGER, drop_off_type
    INTEGER, continuous_pickup INTEGER, continuous_drop_off INTEGER, shape_dist_traveled REAL,
    timepoint INTEGER, PRIMARY KEY (trip_key, stop_sequence)) WITHOUT ROWID;
    INSERT INTO store_stop_times VALUES(1,1,1,28800,28800,NULL,0,NULL,NULL,NULL,NULL,NULL);
    INSERT INTO store_stop_times VALUES(1,2,2,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL);
    INSERT INTO store_stop_times VALUES(1,3,3,91200,91200,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
    CREATE TABLE store_frequencies (trip_key INTEGER REFERENCES store_trips(trip_key),
    start_time INTEGER, end_time INTEGER, headway_secs INTEGER, exact_times INTEGER, PRIMARY KEY
    (trip_key, start_time)) WITHOUT ROWID;
    CREATE TABLE store_transfers (from_stop_key INTEGER REFERENCES store_stops(stop_key),
    to_stop_key INTEGER REFERENCES store_stops(stop_key), from_route_key INTEGER REFERENCES
    store_routes(route_key), to_route_key INTEGER REFERENCES store_routes(route_key),
    from_trip_key INTEGER REFERENCES store_trips(trip_key), to_trip_key INTEGER REFERENCES
    store_trips(trip_key), transfer_type INTEGER, min_transfer_time INTEGER, feed_key INTEGER
    NOT NULL REFERENCES feeds(feed_key));
    INSERT INTO store_transfers VALUES(1,2,NULL,NULL,NULL,NULL,2,90,1);
    CREATE TABLE store_feed_info (feed_publisher_name TEXT, feed_publisher_url TEXT, feed_lang
    TEXT, default_lang TEXT, feed_start_date INTEGER, feed_end_date INTEGER, feed_version TEXT,
    feed_contact_email TEXT, feed_contact_url TEXT, feed_key INTEGER NOT NULL REFERENCES
    feeds(feed_key));
    CREATE VIEW agency AS
    SELECT feeds.feed AS feed, t.agency_id AS agency_id, t.agency_name AS agency_name,
    t.agency_url AS agency_url, t.agency_timezone AS agency_timezone, t.agency_lang AS
    agency_lang, t.agency_phone AS agency_phone, t.agency_fare_url AS agency_fare_url,
    t.agency_email AS agency_email
    FROM store_agency AS t
    JOIN feeds ON feeds.feed_key = t.feed_key;
    CREATE VIEW stops AS
    SELECT feeds.feed AS feed, t.stop_id AS stop_id, t.stop_code AS stop_code, t.stop_name AS
    stop_name, t.tts_stop_name AS tts_stop_name, t.stop_desc AS stop_desc, t.stop_lat AS
    stop_lat, t.stop_lon AS stop_lon, t.zone_id AS zone_id, t.stop_url AS stop_url,
    t.location_type AS location_type, r10.stop_id AS parent_station, t.stop_timezone AS
    stop_timezone, t.wheelchair_boarding AS wheelchair_boarding, t.level_id AS level_id,
    t.platform_code AS platform_code
    FROM store_stops AS t LEFT JOIN store_stops AS r10 ON r10.stop_key = t.parent_station_key
    JOIN feeds ON feeds.feed_key = t.feed_key;
    CREATE VIEW routes AS
    SELECT feeds.feed AS feed, t.route_id AS route_id, r1.agency_id AS agency_id,
    t.route_short_name AS route_short_name, t.route_long_name AS route_long_name, t.route_desc
    AS route_desc, t.route_type AS route_type, t.route_url AS route_url, t.route_color AS
    route_color, t.route_text_color AS route_text_color, t.route_sort_order AS route_sort_order,
    t.continuous_pickup AS continuous_pickup, t.continuous_drop_off AS continuous_drop_off,
    t.network_id AS network_id
    FROM store_routes AS t LEFT JOIN store_agency AS r1 ON r1.agency_key = t.agency_key
    JOIN feeds ON feeds.feed_key = t.feed_key;
    CREATE VIEW calendar AS
    SELECT feeds.feed AS feed, r0.service_id AS service_id, t.monday AS monday, t.tuesday AS
    tuesday, t.wednesday AS wednesday, t.thursday AS thursday, t.friday AS friday, t.saturday AS
    saturday, t.sunday AS sunday, t.start_date AS start_date, t.end_date AS end_date
    FROM store_calendar AS t LEFT JOIN store_services AS r0 ON r0.service_key = t.service_key
    JOIN store_services AS owner ON owner.service_key = t.service_key
    JOIN feeds ON feeds.feed_key = owner.feed_key;
    CREATE VIEW calendar_dates AS
    SELECT feeds.feed AS feed, r0.service_id AS service_id, t.date AS date, t.exception_type AS
    exception_type
    FROM store_calendar_dates AS t LEFT JOIN store_services AS r0 ON r0.service_key =
    t.service_key JOIN store_services AS owner ON owner.service_key = t.service_key
    JOIN feeds ON feeds.feed_key = owner.feed_key;
    CREATE VIEW shapes AS
    SELECT feeds.feed AS feed, r0.shape_id AS shape_id, t.shape_pt_lat AS shape_pt_lat,
    t.shape_pt_lon AS shape_pt_lon, t.shape_pt_sequence AS shape_pt_sequence,
    t.shape_dist_traveled AS shape_dist_traveled
    FROM store_shapes AS t LEFT JOIN store_shape_ids AS r0 ON r0.shape_key = t.shape_key JOIN
    store_shape_ids AS owner ON owner.shape_key = t.shape_key
    JOIN feeds ON feeds.feed_key = owner.feed_key;
    CREATE VIEW trips AS
    SELECT feeds.feed AS feed, t.trip_id AS trip_id, r1.route_id AS route_id, r2.service_id AS
    service_id, t.trip_headsign AS trip_headsign, t.trip_short_name AS trip_short_name,
    t.direction_id AS direction_id, t.block_id AS block_id, r7.shape_id AS shape_id,
    t.wheelchair_accessible AS wheelchair_accessible, t.bikes_allowed AS bikes_allowed,
    t.cars_allowed AS cars_allowed
    FROM store_trips AS t LEFT JOIN store_routes AS r1 ON r1.route_key = t.route_key LEFT JOIN
    store_services AS r2 ON r2.service_key = t.service_key LEFT JOIN store_shape_ids AS r7 ON
    r7.shape_key = t.shape_key
    JOIN feeds ON feeds.feed_key = t.feed_key;
    CREATE VIEW stop_times AS
    SELECT feeds.feed AS feed, r0.trip_id AS trip_id, t.stop_sequence AS stop_sequence,
    r2.stop_id AS stop_id, CASE WHEN t.arrival_time IS NULL THEN NULL ELSE
    printf('%02d:%02d:%02d', t.arrival_time / 3600, t.arrival_time / 60 % 60, t.arrival_time %
    60) END AS arrival_time, CASE WHEN t.departure_time IS NULL THEN NULL ELSE
    printf('%02d:%02d:%02d', t.departure_time / 3600, t.departure_time / 60 % 60,
    t.departure_time % 60) END AS departure_time, t.stop_headsign AS stop_headsign,
    t.pickup_type AS pickup_type, t.drop_off_type AS drop_off_type, t.continuous_pickup AS
    continuous_pickup, t.continuous_drop_off AS continuous_drop_off, t.shape_dist_traveled AS
    shape_dist_traveled, t.timepoint AS timepoint
    FROM store_stop_times AS t LEFT JOIN store_trips AS r0 ON r0.trip_key = t.trip_key LEFT JOIN
    store_stops AS r2 ON r2.stop_key = t.stop_key JOIN store_trips AS owner ON owner.trip_key =
    t.trip_key
    JOIN feeds ON feeds.feed_key = owner.feed_key;
    CREATE VIEW frequencies AS
    SELECT feeds.feed AS feed, r0.trip_id AS trip_id, CASE WHEN t.start_time IS NULL THEN NULL
    ELSE printf('%02d:%02d:%02d', t.start_time / 3600, t.start_time / 60 % 60, t.start_time %
    60) END AS start_time, CASE WHEN t.end_time IS NULL THEN NULL ELSE printf('%02d:%02d:%02d',
    t.end_time / 3600, t.end_time / 60 % 60, t.end_time % 60) END AS end_time, t.headway_secs AS
    headway_secs, t.exact_times AS exact_times
    FROM store_frequencies AS t LEFT JOIN store_trips AS r0 ON r0.trip_key = t.trip_key JOIN
    store_trips AS owner ON owner.trip_key = t.trip_key
    JOIN feeds ON feeds.feed_key = owner.feed_key;
    CREATE VIEW transfers AS
    SELECT feeds.feed AS feed, r0.stop_id AS from_stop_id, r1.stop_id AS to_stop_id, r2.route_id
    AS from_route_id, r3.route_id AS to_route_id, r4.trip_id AS from_trip_id, r5.trip_id AS
    to_trip_id, t.transfer_type AS transfer_type, t.min_transfer_time AS min_transfer_time
    FROM store_transfers AS t LEFT JOIN store_stops AS r0 ON r0.stop_key = t.from_stop_key LEFT
    JOIN store_stops AS r1 ON r1.stop_key = t.to_stop_key LEFT JOIN store_routes AS r2 ON
    r2.route_key = t.from_route_key LEFT JOIN store_routes AS r3 ON r3.route_key =
    t.to_route_key LEFT JOIN store_trips AS r4 ON r4.trip_key = t.from_trip_key LEFT JOIN
    store_trips AS r5 ON r5.trip_key = t.to_trip_key
    JOIN feeds ON feeds.feed_key = t.feed_key;
    CREATE VIEW feed_info AS
    SELECT feeds.feed AS feed, t.feed_publisher_name AS feed_publisher_name,
    t.feed_publisher_url AS feed_publisher_url, t.feed_lang AS feed_lang, t.default_lang AS
    default_lang, t.feed_start_date AS feed_start_date, t.feed_end_date AS feed_end_date,
    t.feed_version AS feed_version, t.feed_contact_email AS feed_contact_email,
    t.feed_contact_url AS feed_contact_url
    FROM store_feed_info AS t
    JOIN feeds ON feeds.feed_key = t.feed_key;
    CREATE INDEX store_stop_times_by_stop ON store_stop_times(stop_key);
    CREATE INDEX store_trips_by_service ON store_trips(service_key);
    CREATE INDEX store_trips_by_route ON store_trips(route_key);
    CREATE INDEX store_calendar_dates_by_date ON store_calendar_dates(date);
    CREATE INDEX store_stops_by_parent ON store_stops(parent_station_key);
    PRAGMA application_id = 1097757806;
    PRAGMA user_version = 1;
    """
}
