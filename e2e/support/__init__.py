"""What end-to-end tests stand on: processes, a server, a browser."""
