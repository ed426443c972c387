/** Of the product; the API document and GET /status show it. */
export const PRODUCT_VERSION = '0.1.0';
